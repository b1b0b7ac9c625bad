import { foldWords } from './fold.ts';

export type PartialDate = { date: string; precision: 'day' | 'month' | 'year' | 'estimated' };
/** Which of day and month comes first between slashes; null when the column does not tell. */
export type SlashOrder = 'dmy' | 'mdy' | null;

const monthNames = ['jan', 'feb', 'mae', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'];
const foreign = new Map(
	Object.entries({
		mar: 3,
		maerz: 3,
		mrz: 3,
		may: 5,
		oct: 10,
		dec: 12,
		janv: 1,
		fev: 2,
		fevr: 2,
		avr: 4,
		juin: 6,
		juil: 7,
		aout: 8,
		jaenner: 1
	})
);

function monthOf(name: string): number | null {
	const folded = foldWords(name);
	const known = monthNames.findIndex((m) => folded.startsWith(m));
	return known >= 0 ? known + 1 : (foreign.get(folded) ?? foreign.get(folded.slice(0, 3)) ?? null);
}

function day(year: number, month: number, dayOfMonth: number): PartialDate | null {
	const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
	if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth || year < 1000 || year > 2200) return null;
	return { date: date.toISOString().slice(0, 10), precision: 'day' };
}

const month = (year: number, m: number): PartialDate | null => {
	const first = day(year, m, 1);
	return first && { ...first, precision: 'month' };
};

/** Two digits: "26" is 2026, "87" is 1987. */
const century = (year: string) => (year.length > 2 ? Number(year) : Number(year) + (Number(year) > 40 ? 1900 : 2000));

const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;

function fromSlashes(text: string, order: SlashOrder): PartialDate | 'ambiguous' | null {
	const [, a = '', b = '', y = ''] = slashed.exec(text) ?? [];
	const [first, second] = [Number(a), Number(b)];
	if (first > 12 || first === second) return day(century(y), second, first);
	if (second > 12) return day(century(y), first, second);
	if (!order) return 'ambiguous';
	return order === 'dmy' ? day(century(y), second, first) : day(century(y), first, second);
}

const patterns: [RegExp, (m: string[]) => PartialDate | null][] = [
	[/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/, (m) => day(Number(m[1]), Number(m[2]), Number(m[3]))],
	[/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, (m) => day(Number(m[1]), Number(m[2]), Number(m[3]))],
	[/^(\d{4})(\d{2})(\d{2})$/, (m) => day(Number(m[1]), Number(m[2]), Number(m[3]))],
	[/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/, (m) => day(century(m[3] ?? ''), Number(m[2]), Number(m[1]))],
	[/^(\d{1,2})-(\d{1,2})-(\d{4})$/, (m) => day(Number(m[3]), Number(m[2]), Number(m[1]))],
	[/^(\d{1,2})\.? ?([\p{L}]{3,9})\.? ?(\d{4}|\d{2})$/u, (m) => withName(m[3], { name: m[2], dayOfMonth: m[1] })],
	[/^([\p{L}]{3,9}) (\d{1,2})(?:st|nd|rd|th)?, (\d{4})$/u, (m) => withName(m[3], { name: m[1], dayOfMonth: m[2] })],
	[/^([\p{L}]{3,9})\.?,? (\d{4})$/u, (m) => withName(m[2], { name: m[1] })],
	[/^(\d{1,2})[./-] ?(\d{4})$/, (m) => month(Number(m[2]), Number(m[1]))],
	[/^(\d{4})[-/.](\d{1,2})$/, (m) => month(Number(m[1]), Number(m[2]))],
	[/^(1[5-9]\d\d|20\d\d)$/, (m) => ({ date: `${m[1]}-01-01`, precision: 'year' })]
];

function withName(year = '', { name = '', dayOfMonth }: { name?: string; dayOfMonth?: string }): PartialDate | null {
	const m = monthOf(name);
	if (!m) return null;
	return dayOfMonth ? day(century(year), m, Number(dayOfMonth)) : month(century(year), m);
}

const hedges = /^(ca\.?|circa|etwa|um|ungefähr|vermutlich|~|anfang|mitte|ende)\s*/i;

/**
 * A date with its precision: "22. November 2026", "22.11.26", "2026-11-22", "11/2026", "seit 2015", "ca. 2010". Slashes between day
 * and month are read only where one of them or the rest of the column leaves no doubt.
 */
export function parseDate(text: string, order: SlashOrder = null): PartialDate | 'ambiguous' | null {
	const since = text.trim().replace(/^(seit|ab|bis|leer seit|since|from|depuis|mo|di|mi|do|fr|sa|so)[.,]?\s+/i, '');
	const plain = since.replace(hedges, '').trim();
	if (slashed.test(plain)) return fromSlashes(plain, order);
	for (const [pattern, read] of patterns) {
		const match = pattern.exec(plain);
		if (!match) continue;
		const date = read(match);
		return date && plain !== since ? { ...date, precision: 'estimated' } : date;
	}
	return null;
}

/** What a column of slashed dates tells about itself: one 13th to 31st in first or second place decides, both contradict each other. */
export function slashOrderOf(samples: string[]): SlashOrder {
	const found = samples.flatMap((s) => {
		const [, a, b] = slashed.exec(s.trim()) ?? [];
		return Number(a) > 12 ? ['dmy' as const] : Number(b) > 12 ? ['mdy' as const] : [];
	});
	const orders = new Set(found);
	return orders.size === 1 ? (found[0] ?? null) : null;
}
