import { createHash, createHmac } from 'node:crypto';

/** Crockford's alphabet: no I, L, O or U, so that a code read from paper has one spelling. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const letters = 12;

const asCode = (bytes: Uint8Array): string => Array.from(bytes.subarray(0, letters), (byte) => alphabet[byte & 31]).join('');

/** The code of a letter: sixty bits that nobody can guess, and that the same key makes again when the letter is printed again. */
export const makeCode = (key: string, recipientId: string): string =>
	asCode(createHmac('sha256', key).update(`owner-reply ${recipientId}`).digest());

/** Only this is kept. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('hex');

/** "7K3M-9QWD-2XHB", as it stands on paper. */
export const writtenCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

/** A code as somebody typed it from paper: any case, spaces and dashes, O for 0, I or L for 1. Null when it cannot be one. */
export function readCode(typed: string): string | null {
	const code = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\-\u2010-\u2015_.]/g, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
	return code.length === letters && [...code].every((letter) => alphabet.includes(letter)) ? code : null;
}
