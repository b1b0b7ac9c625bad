import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';

/** Encrypts for each of the recipients (age1…): any one of their keys opens it. */
export async function lock(bytes: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
	const encrypter = new Encrypter();
	for (const recipient of recipients) encrypter.addRecipient(recipient);
	return encrypter.encrypt(bytes);
}

/** What was locked in, or null where the key is not one of those or the bytes were changed. */
export async function unlock(bytes: Uint8Array, key: string): Promise<Uint8Array | null> {
	try {
		const decrypter = new Decrypter();
		decrypter.addIdentity(key);
		return await decrypter.decrypt(bytes);
	} catch {
		return null;
	}
}

/** Its beginning too may be written in groups, as the page shows it. */
const keyPattern = new RegExp(`${[...'AGE-SECRET-KEY-1'].join('\\s*')}[0-9A-Z\\s]{58,120}`, 'i');

/** The private key somewhere in what was pasted or in a file: the sheet around it does no harm, nor do spaces and line breaks within. */
export function keyIn(text: string): string | null {
	const found = keyPattern.exec(text)?.[0].replace(/\s/g, '').slice(0, 74).toUpperCase();
	return found?.length === 74 ? found : null;
}

/** The public half of a private key; null where it is none. */
export const recipientOf = (key: string): Promise<string | null> => identityToRecipient(key).catch(() => null);
