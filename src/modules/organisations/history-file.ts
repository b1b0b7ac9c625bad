import { stringify } from 'csv-stringify/sync';
import { differences, happenings } from './history.ts';
import type { HistoryEntry } from './server/list-history.ts';

const moment = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'medium' });
const sides = (entry: HistoryEntry, side: 'before' | 'after') =>
	differences(entry)
		.filter((difference) => difference[side] !== null)
		.map((difference) => `${difference.field}: ${difference[side]}`)
		.join('; ');

/** A history as CSV for German spreadsheets: semicolons, UTF-8 with mark, nothing that runs as a formula. `words`: what the kinds mean. */
export const historyCsv = (entries: HistoryEntry[], words: Record<string, string> = happenings): string =>
	stringify(
		[
			['Zeit', 'Was', 'Wer', 'im Auftrag', 'Für wen', 'Vorher', 'Nachher', 'Grund'],
			...entries.map((entry) => [
				...[
					moment.format(entry.at),
					words[entry.kind] ?? entry.kind,
					entry.by ?? '',
					entry.onBehalf ? 'Netzwerkbüro' : '',
					entry.about ?? ''
				],
				...[sides(entry, 'before'), sides(entry, 'after'), entry.reason ?? '']
			])
		],
		{ delimiter: ';', bom: true, escape_formulas: true }
	);
