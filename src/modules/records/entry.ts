import canonicalize from 'canonicalize';

/**
 * The record of a procedure: a chain of entries, each of which holds the hash of the one before it. Canonical JSON is RFC 8785, hashes are
 * SHA-256 in hex, signatures are Ed25519 (RFC 8032) in base64url over the 32 bytes of the hash. Runs on the server and in a browser alike.
 */
export const formatName = 'gestaltungsraum-akte';
export const formatVersion = 1;

/** `main`: what anybody may read at once. `box`: what came in sealed; its length and its hashes stay closed until the opening. */
export const chains = { main: 'Verlauf', box: 'Eingang' } as const;
export type Chain = keyof typeof chains;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Facts = Readonly<Record<string, Json>>;

/** What is hashed. */
export type EntryBody = {
	format: typeof formatName;
	version: number;
	/** The procedure. */
	record: string;
	chain: Chain;
	/** From 1, without gaps. */
	seq: number;
	/** Hash of the entry before; 64 zeros for the first. */
	prev: string;
	/** ISO 8601 in UTC. Never before the entry before it. */
	at: string;
	kind: string;
	/** What everybody may read, without names of people. */
	facts: Facts;
	/** Name → commitment to what stays confidential. */
	commitments: Readonly<Record<string, string>>;
};
export type Entry = EntryBody & { hash: string; signature: string };

export const firstPrev = '0'.repeat(64);

/** RFC 8785. Throws for what JSON cannot say: numbers beyond all numbers, half letters, nesting without end. */
export function canonical(value: unknown): string {
	const text = canonicalize(value);
	if (text === undefined) throw new TypeError('not representable in JSON');
	return text;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
function hex(buffer: ArrayBuffer): string {
	let text = '';
	for (const byte of new Uint8Array(buffer)) text += hexOfByte[byte];
	return text;
}
const utf8 = new TextEncoder();

/** SHA-256 in hex, of bytes or of a text in UTF-8. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
	return hex(await crypto.subtle.digest('SHA-256', typeof content === 'string' ? utf8.encode(content) : content));
}

/** What an entry hashes to: everything but hash and signature. */
export const hashOfBody = async (body: EntryBody): Promise<string> => sha256(canonical(body));

/** A commitment: whoever knows value and salt can show later what it was, nobody else can guess it. `salt` has at least 128 random bits. */
export const commitmentTo = async (value: unknown, salt: string): Promise<string> => sha256(canonical({ salt, value: value as Json }));
