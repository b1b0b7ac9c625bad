import type { Distance, LegalBasis, OwnerKind, Channel, Rank, Right } from './vocabulary.ts';

/** Owners of houses: what may be written down about them, and whom a letter may reach. */

export type Reason = { code: string; message: string; field?: string };

export type OwnerFacts = {
	kind: OwnerKind;
	name: string;
	representative: string | null;
	street: string | null;
	postalCode: string | null;
	city: string | null;
	country: string | null;
	email: string | null;
	phone: string | null;
	preferredChannel: Channel;
	distance: Distance;
	legalBasis: LegalBasis;
	origin: string;
	purgeOn: string;
	note: string | null;
};

export type Ownership = { rank: Rank; right: Right; share: string | null; since: string | null; until: string | null };

/** How long what is kept about an owner may stay without somebody saying so again. */
export const usualYears = 3;
const mostYears = 10;

/** The ISO day that many years later. */
export const yearsAfter = (day: string, years: number): string =>
	`${Number(day.slice(0, 4)) + years}${day.slice(4).replace('-02-29', '-02-28')}`;

/** What stands against keeping an owner until that day. ISO days. */
export function whyNotPurgeOn(purgeOn: string, today: string): Reason | null {
	if (purgeOn <= today)
		return {
			code: 'purge-past',
			message: 'Das Löschdatum liegt nicht in der Zukunft. Wer gelöscht werden soll, wird mit „Löschen“ gelöscht.',
			field: 'purgeOn'
		};
	return purgeOn > yearsAfter(today, mostYears)
		? { code: 'purge-late', message: `Bitte höchstens ${mostYears} Jahre. Danach können Sie verlängern.`, field: 'purgeOn' }
		: null;
}

/** "1/2", "1 / 3", "37,5 %" as a number between 0 and 1; null when it is no share. */
export function parseShare(text: string): number | null {
	const fraction = /^\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*$/.exec(text);
	const percent = /^\s*(\d{1,3}(?:[.,]\d{1,4})?)\s*%\s*$/.exec(text);
	const share = fraction ? Number(fraction[1]) / Number(fraction[2]) : percent ? Number(percent[1]?.replace(',', '.')) / 100 : Number.NaN;
	return share > 0 && share <= 1 ? share : null;
}

const counts = ({ rank, until }: Pick<Ownership, 'rank' | 'until'>): boolean => rank !== 'former' && rank !== 'disputed' && until === null;

/** What stands against an ownership beside the others of the house: shares over a whole, two at the first place, an end before its beginning. */
export function whyNotOwn(own: Ownership, others: readonly Ownership[]): Reason | null {
	const { since, until, share, rank, right } = own;
	if (since && until && until < since) return { code: 'ends-early', message: 'Das Ende liegt vor dem Beginn.', field: 'until' };
	if (rank === 'former' && !until)
		return { code: 'end-missing', message: 'Seit wann nicht mehr? Bitte das Ende eintragen.', field: 'until' };
	if (!counts(own)) return null;
	const beside = others.filter((other) => counts(other) && other.right === right);
	if (rank === 'primary' && right === 'ownership' && beside.some((other) => other.rank === 'primary'))
		return { code: 'two-first', message: 'An erster Stelle steht schon jemand. Bitte „weitere“ wählen oder dort ändern.', field: 'rank' };
	if (right !== 'ownership' && right !== 'heritable_building_right') return null;
	const sum = [share, ...beside.map((other) => other.share)].reduce((total, text) => total + (text ? (parseShare(text) ?? 0) : 0), 0);
	return sum > 1 + 1e-6
		? {
				code: 'shares-over-one',
				message: 'Die Anteile ergeben zusammen mehr als ein Ganzes. Bitte prüfen, oder den Rang auf „strittig“ setzen.',
				field: 'share'
			}
		: null;
}

/** The lines of an envelope; empty while something of the address is missing. */
export function addressLines(owner: Pick<OwnerFacts, 'name' | 'representative' | 'street' | 'postalCode' | 'city' | 'country'>): string[] {
	const { name, representative, street, postalCode, city, country } = owner;
	if (!street || !city || !(postalCode || country)) return [];
	const place = [postalCode, city].filter(Boolean).join(' ');
	return [name, ...(representative ? [representative] : []), street, place, ...(country ? [country.toUpperCase()] : [])];
}

/** Nothing is guessed from a name: neither sex nor title. */
export const greetingOf = ({ name, representative }: Pick<OwnerFacts, 'name' | 'representative'>): string =>
	`Guten Tag ${representative ?? name},`;

/** What stands against a word to an owner who asked to be left alone. This is asked wherever something could leave the house. */
export const whyNotWrite = ({ doNotContactAt }: { doNotContactAt: Date | null }): Reason | null =>
	doNotContactAt
		? { code: 'do-not-contact', message: 'Diese Person möchte nicht angeschrieben werden. Daran hält sich jede Aktion.' }
		: null;

/**
 * What stands against the notice of Art. 14 GDPR: it is a duty, asks for nothing and is owed once, also to those who want to be left alone; a second
 * time it would be a letter like any other.
 */
export const whyNotNotice = (owner: { doNotContactAt: Date | null; noticeSentOn: string | null }): Reason | null =>
	owner.noticeSentOn ? whyNotWrite(owner) : null;
