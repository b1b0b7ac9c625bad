import { dayAfter } from '#lib/calendar.ts';
import { euro, germanDay, germanNumber } from '#lib/text/german.ts';
import type { Region } from './region.ts';

/** Funding programmes: what they pay for, to whom, until when, and how sure we are of it today. */

export const purposes = {
	acquisition: 'Kauf und Erbbaurecht',
	planning: 'Planung und Gutachten',
	renovation: 'Sanierung und Umbau',
	heritage: 'Denkmalpflege',
	energy: 'Energie',
	accessibility: 'Barrierefreiheit',
	operation: 'laufender Betrieb',
	staff: 'Personal und Kümmern',
	culture: 'Kultur',
	housing: 'Wohnen',
	supply: 'Nahversorgung und Gewerbe'
} as const;
export type Purpose = keyof typeof purposes;

export const applicants = {
	municipality: 'Kommune',
	county: 'Landkreis',
	association: 'Verein',
	foundation: 'Stiftung',
	cooperative: 'Genossenschaft',
	company: 'Unternehmen',
	church: 'Kirche',
	private_owner: 'private Eigentümer:in',
	initiative: 'Gruppe ohne Rechtsform'
} as const;
export type Applicant = keyof typeof applicants;

export const deadlineKinds = { continuous: 'laufend', dated: 'mit Stichtag', calls: 'in Aufrufen' } as const;
export type DeadlineKind = keyof typeof deadlineKinds;

export const ownerships = { municipal: 'nur Häuser der Kommune', private: 'nur private Häuser' } as const;
export type Ownership = keyof typeof ownerships;

/** What a programme asks of a house and of whoever applies. Empty or null asks nothing. */
export type Conditions = Region & {
	purposes: Purpose[];
	applicants: Applicant[];
	heritageOnly: boolean;
	ownership: Ownership | null;
	/** Inhabitants of the municipality, at most. */
	maxPopulation: number | null;
};

export type Programme = Conditions & {
	id: string;
	slug: string;
	title: string;
	giver: string;
	summary: string;
	quotaPct: number | null;
	minEuro: number | null;
	maxEuro: number | null;
	deadlineKind: DeadlineKind;
	/** ISO day; null: none is known. */
	nextDeadline: string | null;
	sourceUrl: string;
	/** ISO day. */
	reviewedOn: string;
	reviewDays: number;
	isDemo: boolean;
};

/** The day from which nobody should rely on the last look any more. */
export const reviewDueOn = ({ reviewedOn, reviewDays }: Pick<Programme, 'reviewedOn' | 'reviewDays'>): string =>
	dayAfter(reviewedOn, reviewDays);

export const isStale = (programme: Pick<Programme, 'reviewedOn' | 'reviewDays'>, today: string): boolean => reviewDueOn(programme) <= today;

export const hasPassed = ({ deadlineKind, nextDeadline }: Pick<Programme, 'deadlineKind' | 'nextDeadline'>, today: string): boolean =>
	deadlineKind !== 'continuous' && nextDeadline !== null && nextDeadline < today;

/** "bis 75 %, mindestens 10.000 €, höchstens 150.000 €" or null where nobody has said. */
export function amountText({ quotaPct, minEuro, maxEuro }: Pick<Programme, 'quotaPct' | 'minEuro' | 'maxEuro'>): string | null {
	const words = [
		quotaPct === null ? '' : `bis ${germanNumber(quotaPct)}\u00a0%`,
		minEuro === null ? '' : `mindestens ${euro(minEuro)}`,
		maxEuro === null ? '' : `höchstens ${euro(maxEuro)}`
	].filter(Boolean);
	return words.length ? words.join(', ') : null;
}

export function deadlineText(programme: Pick<Programme, 'deadlineKind' | 'nextDeadline'>, today: string): string {
	const { deadlineKind, nextDeadline } = programme;
	if (deadlineKind === 'continuous') return 'laufend, ohne Stichtag';
	if (!nextDeadline) return deadlineKind === 'calls' ? 'in Aufrufen, der nächste ist nicht bekannt' : 'Stichtag nicht bekannt';
	if (hasPassed(programme, today)) return `der letzte Stichtag war am ${germanDay(nextDeadline)}`;
	return `bis ${germanDay(nextDeadline)}${deadlineKind === 'calls' ? ' (laufender Aufruf)' : ''}`;
}

/** What stands against showing a programme to everybody, or null. */
export function whyNotShow({ purposes: what, applicants: who }: Pick<Programme, 'purposes' | 'applicants'>): string | null {
	if (!what.length) return 'Bitte zuerst sagen, wofür es Geld gibt.';
	if (!who.length) return 'Bitte zuerst sagen, wer einen Antrag stellen darf.';
	return null;
}
