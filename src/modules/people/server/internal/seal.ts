import { createHmac } from 'node:crypto';

export const seal = (text: string, secret: string): string => createHmac('sha256', secret).update(text).digest('base64url');
