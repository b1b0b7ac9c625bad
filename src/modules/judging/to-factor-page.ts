import { Refusal } from '#lib/refusal.ts';

/** Where somebody without a second factor is sent, and from where they come back. */
export const factorPage = '/konto/jury/anmelden';

const ways = /^\/buero\/verfahren\/[0-9a-f-]{36}\/(?:(?:bewertung|jurysitzung)(?:\/\d{1,4}(?:\/saal)?)?|auswertung|vermerk(?:\.pdf)?)$/;
/** Only pages of a jury are gone back to. */
export const wayBack = (path: string | null): string => (path && ways.test(path) ? path : '/konto/jury');

/** Reads, or sends whoever lacks a second factor to the page that says how to set it up. `send` throws. */
export async function toFactorPage<T>(
	read: () => Promise<T>,
	send: (to: string) => never,
	{ pathname }: Pick<URL, 'pathname'>
): Promise<T> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof Refusal && error.code === 'second-factor') return send(`${factorPage}?weiter=${encodeURIComponent(pathname)}`);
		throw error;
	}
}
