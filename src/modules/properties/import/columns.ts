import { slashOrderOf } from './dates.ts';
import { readPoint } from './coordinates.ts';
import { shared, type Column, type FieldId } from './fields.ts';
import { foldWords } from './fold.ts';
import type { Layout } from './layout.ts';
import { numberStyleOf, parseNumber, parseQuantity, unitOf } from './numbers.ts';
import { readWord, saysUnknown } from './read-words.ts';
import { columnNames, personal } from './vocabulary-columns.ts';
import * as values from './vocabulary-values.ts';

type Guess = { field: FieldId; confidence: number; why: string };

const byName = new Map(columnNames);
const long = columnNames.filter(([name]) => name.length > 3).sort((a, b) => b[0].length - a[0].length);

/** Guesses by the name alone, best first. */
function nameGuesses(name: string): Guess[] {
	const bare = foldWords(name.replace(/^\s*\(\w\)\s*/, '').replace(/[([][^)\]]*[)\]]/g, ' '));
	const whole = foldWords(name);
	if (!whole) return [];
	if (personal.test(whole)) return [{ field: 'ignore', confidence: 0.9, why: 'enthält vermutlich Angaben zu Personen' }];
	const exact = byName.get(bare) ?? byName.get(whole) ?? byName.get(withoutUnit(whole));
	if (exact) return [{ field: exact, confidence: 0.95, why: 'Name der Spalte' }];
	const tail = whole.split(' ').map((_, i, words) => words.slice(i).join(' '));
	const end = tail
		.slice(1)
		.map((t) => byName.get(t) ?? byName.get(withoutUnit(t)))
		.find((f) => f && !vague.has(f));
	if (end) return [{ field: end, confidence: 0.8, why: 'Ende des Spaltennamens' }];
	const sure = long.filter(([, f]) => !vague.has(f));
	const part =
		sure.find(([n]) => ` ${whole} `.includes(` ${n} `)) ??
		sure.find(([n]) => n.length > 6 && whole.replaceAll(' ', '').includes(n.replaceAll(' ', '')));
	return part ? [{ field: part[1], confidence: 0.6, why: `Spaltenname enthält „${part[0]}“` }] : [];
}

/** Names too short or too common to be believed as a part of a longer one. */
const vague = new Set<FieldId>(['title', 'externalId', 'summary', 'city', 'setting', 'offerModes']);

const withoutUnit = (name: string) => name.replace(/ (in )?(m2|qm|ha|€|eur|euro|ca|netto|m)$/g, '').replace(/ (in|ca)$/, '');

const share = (samples: string[], is: (cell: string) => boolean) => (samples.length ? samples.filter(is).length / samples.length : 0);
const coordinate = (cell: string, from: number, to: number) => {
	const n = parseNumber(cell, cell.includes(',') ? 'german' : 'point');
	return n !== null && n >= from && n <= to && /[.,]\d{3}/.test(cell);
};

/** What cells tell by themselves: how many look like it, how sure that makes us, and the words for it. */
const detectors: { field: FieldId; sure: number; from: number; is: (cell: string) => boolean; why: string }[] = [
	{
		field: 'point',
		sure: 0.9,
		from: 0.6,
		is: (c) => typeof readPoint(c) === 'object' || /^POINT ?\(/i.test(c),
		why: 'Inhalt sieht nach Koordinaten aus'
	},
	{ field: 'lat', sure: 0.85, from: 0.8, is: (c) => coordinate(c, 47, 55.2), why: 'Inhalt sieht nach Breitengraden aus' },
	{ field: 'lon', sure: 0.8, from: 0.8, is: (c) => coordinate(c, 5.8, 15.1), why: 'Inhalt sieht nach Längengraden aus' },
	{ field: 'postalCode', sure: 0.75, from: 0.9, is: (c) => /^(D-?)?\d{5}$/.test(c), why: 'fünfstellige Zahlen wie Postleitzahlen' },
	{
		field: 'address',
		sure: 0.7,
		from: 0.5,
		is: (c) =>
			/\p{L}{3,}.*\s\d{1,4}\s?[a-z]?\b/iu.test(c) && /(str|weg|platz|allee|gasse|damm|ring|chaussee|am |markt|straße|hof)/i.test(c),
		why: 'Inhalt sieht nach Adressen aus'
	},
	{
		field: 'propertyType',
		sure: 0.6,
		from: 0.6,
		is: (c) => c.length < 40 && readWord(c, values.propertyTypeWords) !== null,
		why: 'Wörter für Gebäude'
	},
	{
		field: 'condition',
		sure: 0.6,
		from: 0.6,
		is: (c) => c.length > 2 && readWord(c, values.conditionWords) !== null,
		why: 'Wörter für den Zustand'
	},
	{ field: 'offerModes', sure: 0.55, from: 0.6, is: (c) => readWord(c, values.offerModeWords) !== null, why: 'Wörter für Kauf oder Miete' },
	{ field: 'usableAreaM2', sure: 0.5, from: 0.6, is: (c) => parseQuantity(c)?.unit === 'm²', why: 'Zahlen mit m²' },
	{ field: 'priceAmount', sure: 0.5, from: 0.6, is: (c) => /€|eur/i.test(c) && parseQuantity(c) !== null, why: 'Zahlen mit €' },
	{ field: 'constructionYear', sure: 0.4, from: 0.9, is: (c) => /^1[5-9]\d\d$/.test(c), why: 'Jahreszahlen' }
];

const noDigit = (cell: string) => !/\d/.test(cell) && !/anfrage|v\.?b/i.test(cell);
const isLink = (cell: string) => /^https?:/i.test(cell);
const repeats = (samples: string[]) => samples.length > 5 && new Set(samples).size < samples.length * 0.6;

/** A name that the cells contradict is not believed: a "Nr" of house numbers, an "Ort" of numbers, coordinates without digits. */
const contradictions: Partial<Record<FieldId, (cell: string) => boolean>> = {
	lon: (c) => !/^-?\d/.test(c),
	lat: (c) => !/^-?\d/.test(c),
	postalCode: (c) => !/^\D{0,3}\d{4,5}\b/.test(c),
	constructionYear: (c) => !/\d{2}/.test(c),
	point: (c) => !/\d.*\d/.test(c),
	storeys: (c) => !/^[IVX\d]/.test(c),
	city: (c) => /^\d+$/.test(c),
	priceAmount: noDigit,
	rentAmount: noDigit,
	usableAreaM2: noDigit,
	livingAreaM2: noDigit,
	grossAreaM2: noDigit,
	plotAreaM2: noDigit,
	externalId: isLink,
	title: isLink,
	propertyType: (c) => readWord(c, values.propertyTypeWords) === null,
	vacancyDegree: (c) => readWord(c, values.vacancyDegreeWords) === null
};

function guessesFor({ name, own }: { name: string; own: string }, samples: string[]): Guess[] {
	const [byOwn] = own === name || personal.test(foldWords(name)) ? [] : nameGuesses(own);
	const told = (byOwn && byOwn.confidence > 0.9 && byOwn.field !== 'externalId' ? [byOwn] : nameGuesses(name)).map((g) => {
		const against = contradictions[g.field];
		const doubtful = (against && samples.length && share(samples, against) > 0.7) || (g.field === 'externalId' && repeats(samples));
		return doubtful ? { ...g, confidence: 0.2 } : g;
	});
	const seen =
		share(samples, isLink) > 0.5
			? []
			: detectors.flatMap(({ field, sure, from, is, why }) =>
					share(samples, is) >= from && samples.length > 0 ? [{ field, confidence: sure, why }] : []
				);
	const agreed = told.map((g) =>
		seen.some((s) => s.field === g.field) ? { ...g, confidence: Math.min(1, g.confidence + 0.04), why: `${g.why} und Inhalt` } : g
	);
	return [...agreed, ...seen.filter((s) => !told.some((t) => t.field === s.field || t.field === 'ignore'))].sort(
		(a, b) => b.confidence - a.confidence
	);
}

/**
 * What each column means, by its name and its contents. A field goes to the column that is surest of it; what finds no field is kept as it is.
 * @param rows some data rows, as they came
 */
export function guessColumns(layout: Layout, rows: string[][]): Column[] {
	const width = Math.max(layout.names.length, ...rows.map((r) => r.length), 0);
	const drafts = Array.from({ length: width }, (_, index) => {
		const cells = rows.map((r) => (r[index] ?? '').trim()).filter((c) => c !== '' && !saysUnknown(c));
		const name = layout.names[index]?.trim() || '';
		return { index, name, cells, guesses: guessesFor({ name, own: layout.own[index] ?? '' }, cells.slice(0, 200)) };
	}).filter((d) => d.name !== '' || d.cells.length > 0);
	const taken = new Map<FieldId, { index: number; confidence: number; why: string }>();
	for (const guess of drafts.flatMap((d) => d.guesses.map((g) => ({ ...g, index: d.index }))).sort((a, b) => b.confidence - a.confidence)) {
		if (guess.confidence < 0.35 || [...taken.values()].some((t) => t.index === guess.index)) continue;
		if (!shared.has(guess.field) && !taken.has(guess.field)) taken.set(guess.field, guess);
	}
	return drafts.map(({ index, name, cells, guesses }) => {
		const own = [...taken].find(([, t]) => t.index === index);
		const ignored = guesses[0]?.field === 'ignore' ? guesses[0] : null;
		const pick: Guess = own
			? { field: own[0], ...own[1] }
			: (ignored ?? { field: 'other', confidence: 0.3, why: 'kein passendes Feld gefunden' });
		const below = layout.own[index] ?? '';
		const alone = below !== '' && layout.own.filter((o) => o === below).length === 1;
		return withStyle(
			{
				index,
				name: (alone ? below : name) || `Spalte ${letters(index)}`,
				field: pick.field,
				confidence: pick.confidence,
				why: pick.why,
				samples: [...new Set(cells)].slice(0, 3).map((c) => c.slice(0, 80))
			},
			{ cells, unit: layout.units[index] }
		);
	});
}

/** How the cells of a column write numbers and dates, and the unit of its header. */
export function withStyle(column: Column, { cells, unit }: { cells: string[]; unit?: string | null }): Column {
	const found = unitOf(unit ?? '') ?? unitOf(column.name);
	return { ...column, ...(found && { unit: found }), numbers: numberStyleOf(cells), slashes: slashOrderOf(cells) };
}

/** A, B, … Z, AA: as the spreadsheet program names columns. */
export function letters(index: number): string {
	return (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}
