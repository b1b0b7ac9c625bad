/**
 * Ed25519 (RFC 8032) through WebCrypto, the same on the server, on the command line and in a browser. Keys are 32 bytes, signatures 64, both in
 * base64url without padding; a text that is not exactly how these bytes are written is refused, so that no letter can be changed unnoticed.
 */
const keyText = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const signatureText = /^[A-Za-z0-9_-]{85}[AQgw]$/;

export const isKeyText = (text: unknown): text is string => typeof text === 'string' && keyText.test(text);

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
	const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
	const bytes = new Uint8Array(text.length);
	for (let n = 0; n < bytes.length; n++) bytes[n] = text.charCodeAt(n);
	return bytes;
}

function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(hex.length / 2);
	for (let n = 0; n < bytes.length; n++) bytes[n] = parseInt(hex.slice(2 * n, 2 * n + 2), 16);
	return bytes;
}

/** Whether the signature over the bytes of this hash (hex) is one of the key; where keys were changed, of the one of that moment. */
export type Checker = (hash: string, signature: unknown, at: string) => Promise<boolean>;

/** Null where this browser knows no Ed25519. Throws TypeError for a text that is no key. */
export async function checkerFor(key: string): Promise<Checker | null> {
	if (!isKeyText(key)) throw new TypeError('not a key');
	let imported: CryptoKey;
	try {
		imported = await crypto.subtle.importKey('raw', bytesOf(key), { name: 'Ed25519' }, false, ['verify']);
	} catch (error) {
		if ((error as Error).name === 'NotSupportedError') return null;
		throw new TypeError('not a key', { cause: error });
	}
	return async (hash, signature) =>
		typeof signature === 'string' &&
		signatureText.test(signature) &&
		crypto.subtle.verify({ name: 'Ed25519' }, imported, bytesOf(signature), bytesOfHex(hash));
}
