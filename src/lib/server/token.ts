import { createHash, randomBytes } from 'node:crypto';

/** A secret that is handed out once: 256 random bits, safe in addresses and headers. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: its SHA-256 in hex. The token has 256 random bits, so no salt is needed. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
