import { z } from 'zod';
import { Refusal, refused } from '#lib/refusal.ts';
import { fields, isField } from './fields.ts';
import { outcomes, type FileFacts, type Outcome, type Report } from './import.ts';

export type Shown = Outcome | 'notices';

export const shownLabels: Record<Shown, string> = {
	rejected: 'abgelehnt',
	updated: 'geändert',
	created: 'neu',
	notices: 'mit Hinweisen',
	unchanged: 'unverändert'
};
export const isShown = (word: string | null): word is Shown =>
	word !== null && (word in outcomes || word === 'notices') && Object.hasOwn(shownLabels, word);

/** What a report page shows: what was asked for, else what needs eyes first. */
export function rowQuery(params: URLSearchParams, report: Report | null): { show: Shown; page: number; columns: boolean } {
	const asked = params.get('zeige');
	const first = (['rejected', 'updated', 'created', 'unchanged'] as const).find((o) => (report?.[o] ?? 0) > 0) ?? 'created';
	const page = Number(params.get('seite'));
	return {
		show: isShown(asked) ? asked : first,
		page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
		columns: params.has('spalten')
	};
}

/** The select fields "c0", "c1", … as number of column to field. */
export const chosenOf = (typed: Record<string, unknown>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(typed).flatMap(([name, value]) => (/^c\d{1,3}$/.test(name) && typeof value === 'string' ? [[name.slice(1), value]] : []))
	);

/** What a page shows of a file. */
export const fileOf = (layout: FileFacts | null) =>
	layout && {
		why: layout.why,
		kind: layout.kind,
		encoding: layout.encoding,
		delimiter: layout.delimiter,
		lines: layout.lines,
		sheets: layout.sheets ?? [],
		sheet: layout.sheet ?? 0
	};

const byName = z.record(z.string(), z.string());

/**
 * A mapping as JSON text: name of a column to the field it means.
 * @throws Refusal when it is none
 */
export function mappingText(text: unknown): Record<string, string> | undefined {
	if (typeof text !== 'string' || text.trim() === '') return undefined;
	try {
		const mapping = byName.parse(JSON.parse(text));
		const [stranger] = Object.values(mapping).filter((field) => !isField(field));
		if (stranger === undefined) return mapping;
		throw refused('mapping-field', `Das Feld „${stranger}“ gibt es nicht. Es gibt: ${Object.keys(fields).join(', ')}.`, 'mapping');
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw refused('mapping-unreadable', 'Die Zuordnung ist kein JSON wie {"Spaltenname": "street"}.', 'mapping');
	}
}
