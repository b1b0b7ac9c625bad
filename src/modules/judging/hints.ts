/** What might be a conflict, from what is known anyway. A hint is a question, never an answer. */

/** Addresses that say nothing about who belongs together. */
const common = new Set([
	'gmail.com',
	'googlemail.com',
	'gmx.de',
	'gmx.net',
	'web.de',
	't-online.de',
	'outlook.com',
	'outlook.de',
	'hotmail.com',
	'hotmail.de',
	'icloud.com',
	'yahoo.de',
	'yahoo.com',
	'posteo.de',
	'mailbox.org',
	'freenet.de',
	'proton.me',
	'protonmail.com'
]);

const domainOf = (email: string): string => email.split('@')[1]?.trim().toLowerCase() ?? '';

export const hasSameDomain = (a: string, b: string): boolean => {
	const domain = domainOf(a);
	return domain !== '' && domain === domainOf(b) && !common.has(domain);
};

const tooShort = 4;
const plain = (text: string) => text.trim().toLowerCase();

/** Whether one name stands in the other: "Werkhof e.V." in "Vorstand Werkhof e.V.". */
export const isNamedIn = (a: string, b: string): boolean => {
	const [one, other] = [plain(a), plain(b)];
	return one.length >= tooShort && other.length >= tooShort && (one.includes(other) || other.includes(one));
};
