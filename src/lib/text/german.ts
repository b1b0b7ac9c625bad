import { dayOf } from '#lib/calendar.ts';

const plain = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });
const money = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 });

/** "1.234,5" */
export const germanNumber = (value: number): string => plain.format(value);

/** "380 m²", with a space that does not break. */
export const squareMetres = (value: number): string => `${whole.format(value)}\u00a0m²`;

/** "1.200 €" or "3,50 €", with a space that does not break. */
export const euro = (value: number): string =>
	`${Number.isInteger(value) ? whole.format(value) : money.format(value).replace(/,(\d)$/, ',$10')}\u00a0€`;

/** ISO "2026-11-22" as "22.11.2026"; of a moment the day on which it was in Germany. */
export const germanDay = (day: string | Date): string =>
	(day instanceof Date ? dayOf(day) : day.slice(0, 10)).split('-').reverse().join('.');

const day = 86_400_000;

/** "heute", "gestern", "vor 12 Tagen", "vor 3 Wochen", "vor 2 Monaten", "vor 4 Jahren". */
export function ago(moment: Date, now: Date): string {
	const days = Math.floor((now.getTime() - moment.getTime()) / day);
	if (days <= 0) return 'heute';
	if (days === 1) return 'gestern';
	if (days < 21) return `vor ${days} Tagen`;
	if (days < 60) return `vor ${Math.floor(days / 7)} Wochen`;
	if (days < 730) return `vor ${Math.floor(days / 30)} Monaten`;
	return `vor ${Math.floor(days / 365)} Jahren`;
}
