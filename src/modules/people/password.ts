/** Passwords: long, not listed, and nothing else is asked of them (BSI ORP.4, NIST SP 800-63B). No database here. */
export const shortestPassword = 12;
export const longestPassword = 200;

/** The same word however a keyboard composes it. */
export const plainPassword = (typed: string): string => typed.normalize('NFKC');

const letters = (text: string) => text.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** "hallohallohallo" is "hallo", "aaaaaaaaaaaa" is "a". */
function repeated(text: string): string {
	for (let n = 1; n <= text.length / 2; n++)
		if (
			text ===
			text
				.slice(0, n)
				.repeat(Math.ceil(text.length / n))
				.slice(0, text.length)
		)
			return text.slice(0, n);
	return text;
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertzuiopüasdfghjklöäyxcvbnm', 'qwertyuiopasdfghjklzxcvbnm'];
const isRow = (text: string) => text.length >= 4 && rows.some((row) => row.includes(text) || [...row].reverse().join('').includes(text));

type Known = { isListed: (word: string) => boolean; own: readonly string[] };

/** What stands against a password, or null. `own` are words that belong to the person or the place: address, name. */
export function whyNotPassword(password: string, { isListed, own }: Known): string | null {
	const plain = plainPassword(password).toLowerCase();
	if (plain.length < shortestPassword)
		return `Bitte mindestens ${shortestPassword} Zeichen. Am besten sind mehrere Wörter, die nichts miteinander zu tun haben.`;
	if (plain.length > longestPassword) return `Bitte höchstens ${longestPassword} Zeichen.`;
	const core = letters(plain);
	const unit = repeated(plain);
	const names = own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4);
	const guessed =
		[plain, core, unit, repeated(core)].some((word) => isListed(word) || isRow(word)) || unit.length < 5 || names.includes(core);
	return guessed ? 'Dieses Passwort wird zuerst probiert, wenn jemand rät. Bitte eines, das niemand sonst benutzt.' : null;
}
