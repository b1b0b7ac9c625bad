import { dayAfter } from '#lib/calendar.ts';
import { euro, germanDay } from '#lib/text/german.ts';
import { priceUnits, type PriceUnit } from './procedure.ts';

/** A room grant: rooms for a time, for a flat fee and something that the place gets in return. */

/** ISO days. */
export type Grant = { fromDay: string | null; untilDay: string | null; counterPerformance: string };
type Fee = { priceCents: number | null; priceUnit: PriceUnit };

/** Shorter than this nobody moves in, longer is no grant but a lease. */
const shortestDays = 28;
const longestDays = 366 * 3;

/** What stands against these days, with the field that it concerns. */
export function whyNotPeriod({ fromDay, untilDay }: Pick<Grant, 'fromDay' | 'untilDay'>): { message: string; field: string } | null {
	if (!fromDay) return { field: 'from', message: 'Bitte sagen, ab wann die Räume da sind.' };
	if (!untilDay) return { field: 'until', message: 'Bitte sagen, bis wann die Räume da sind.' };
	if (untilDay <= fromDay) return { field: 'until', message: 'Das Ende liegt vor dem Anfang. Bitte einen späteren Tag wählen.' };
	if (untilDay < dayAfter(fromDay, shortestDays))
		return { field: 'until', message: 'Für weniger als vier Wochen zieht kaum jemand ein. Bitte einen späteren Tag wählen.' };
	return untilDay > dayAfter(fromDay, longestDays)
		? { field: 'until', message: 'Länger als drei Jahre ist eher eine Miete. Bitte einen früheren Tag wählen, oder eine andere Form.' }
		: null;
}

/** "50 € im Monat"; null while nobody has said it. */
export const feeText = ({ priceCents, priceUnit }: Fee): string | null =>
	priceCents === null ? null : priceCents === 0 ? 'keine' : `${euro(priceCents / 100)} ${priceUnits[priceUnit]}`;

const periodText = ({ fromDay, untilDay }: Grant): string | null =>
	fromDay && untilDay ? `${germanDay(fromDay)} bis ${germanDay(untilDay)}` : null;

/** The terms as the call says them. */
export const grantFacts = (grant: Grant, fee: Fee): [string, string | null][] => [
	['Zeitraum', periodText(grant) ?? 'noch offen'],
	['Pauschale', feeText(fee) ?? 'noch offen'],
	['Was der Ort davon hat', grant.counterPerformance || null]
];

/** What is missing before a draft is finished, as sentences. */
export function missingOfGrant(grant: Grant | null, { priceCents }: Pick<Fee, 'priceCents'>): string[] {
	const period = whyNotPeriod(grant ?? { fromDay: null, untilDay: null });
	return [
		...(period ? [period.message] : []),
		...(priceCents === null ? ['Die Pauschale fehlt. Wo nichts zu zahlen ist, bitte 0 eintragen.'] : []),
		...(grant?.counterPerformance ? [] : ['Es steht noch nicht da, was die Gruppe dem Ort gibt.'])
	];
}

/** Whether the days of the call end before the rooms are there; a sentence, or null. */
export const lateWarning = (grant: Grant | null, decisionDay: string | undefined): string | null =>
	grant?.fromDay && decisionDay && decisionDay > grant.fromDay
		? `Die Räume sind ab ${germanDay(grant.fromDay)} da, entschieden wird erst am ${germanDay(decisionDay)}.`
		: null;
