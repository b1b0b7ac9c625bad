import { dayOf } from '#lib/calendar.ts';
import type { ContactTopic } from '#modules/organisations/contact.ts';
import type { Region } from './region.ts';

/** Consulting offers of organisations, their places per month, and the people who know. */

export const payers = {
	free: 'kostenfrei',
	network: 'zahlt das Netzwerk',
	municipality: 'zahlt die Kommune',
	shared: 'geteilt'
} as const;
export type Payer = keyof typeof payers;

/** A part of an offer: "Vor-Ort-Termin, 3 Stunden, danach gibt es ein Protokoll". */
export type OfferModule = { title: string; hours: number | null; result: string };

export type Offer = Region & {
	id: string;
	slug: string;
	title: string;
	summary: string;
	modules: OfferModule[];
	topics: ContactTopic[];
	payer: Payer;
	payNote: string | null;
	/** Places in a month; null: as many as come. */
	capacity: number | null;
	organisation: { id: string; slug: string; name: string };
	isDemo: boolean;
};

export type Expert = Region & {
	id: string;
	name: string;
	work: string;
	topics: ContactTopic[];
	languages: string[];
	organisation: { id: string; slug: string; name: string };
	isDemo: boolean;
};

const nameOf = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The month of a moment in Germany, ISO: "2026-11". */
export const monthOf = (moment: Date): string => dayOf(moment).slice(0, 7);

/** "November 2026". */
export const monthText = (month: string): string => nameOf.format(new Date(`${month}-01T00:00:00Z`));

export function monthAfter(month: string, months = 1): string {
	const date = new Date(`${month}-01T00:00:00Z`);
	date.setUTCMonth(date.getUTCMonth() + months);
	return date.toISOString().slice(0, 7);
}

/** Advice can be asked for in this month and the next three. */
export const monthsAhead = 3;

export type MonthPlaces = { month: string; left: number | null };

/** This month and the next ones with what is left in each; null: no limit. `taken`: how many places are gone, by month. */
export const placesAhead = (capacity: number | null, taken: Readonly<Record<string, number>>, now: Date): MonthPlaces[] =>
	Array.from({ length: monthsAhead + 1 }, (_, n) => monthAfter(monthOf(now), n)).map((month) => ({
		month,
		left: capacity === null ? null : Math.max(0, capacity - (taken[month] ?? 0))
	}));

export const hasPlace = ({ left }: MonthPlaces): boolean => left === null || left > 0;

/** "Im November 2026 noch 2 Plätze frei", "… ist alles vergeben; der nächste Platz ist im Dezember 2026 frei". */
export function placesText(ahead: readonly MonthPlaces[]): string {
	const [now] = ahead;
	if (!now || now.left === null) return 'Plätze nach Absprache';
	if (now.left > 0) return `Im ${monthText(now.month)} noch ${now.left === 1 ? 'ein Platz' : `${now.left} Plätze`} frei`;
	const next = ahead.find(hasPlace);
	const full = `Im ${monthText(now.month)} ist alles vergeben`;
	return next ? `${full}; der nächste Platz ist im ${monthText(next.month)} frei` : `${full}, auch in den Monaten danach`;
}

/** What stands against asking for advice in a month, or null. */
export function whyNotAsk(month: string, { ahead, asked }: { ahead: readonly MonthPlaces[]; asked: readonly string[] }) {
	const chosen = ahead.find((one) => one.month === month);
	if (!chosen) return { code: 'no-month', message: 'Bitte einen der genannten Monate wählen.' };
	if (asked.includes(month))
		return {
			code: 'asked-already',
			message: `Für ${monthText(month)} haben Sie diese Beratung schon angefragt. Die Antwort kommt per Mail.`
		};
	if (hasPlace(chosen)) return null;
	const next = ahead.find((one) => one.month > month && hasPlace(one));
	const message = `Im ${monthText(month)} ist alles vergeben.`;
	return {
		code: 'full',
		message: next ? `${message} Der nächste Platz ist im ${monthText(next.month)} frei.` : `${message} Bitte später wieder fragen.`
	};
}
