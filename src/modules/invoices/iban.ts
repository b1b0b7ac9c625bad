const plain = (text: string) => text.replace(/\s/g, '').toUpperCase();

/** ISO 13616: shape and check digits. */
export function isIban(text: string): boolean {
	const iban = plain(text);
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) || (iban.startsWith('DE') && iban.length !== 22)) return false;
	const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
	let rest = 0;
	for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
	return rest === 1;
}

/** Without spaces, in capitals. */
export const compactIban = plain;

/** "DE02 1203 0000 0000 2020 51" */
export const writtenIban = (text: string): string => plain(text).replace(/(.{4})(?=.)/g, '$1 ');

/** "DE02 … 2051": enough to recognise an account. */
export const shortIban = (text: string): string => `${plain(text).slice(0, 4)} … ${plain(text).slice(-4)}`;
