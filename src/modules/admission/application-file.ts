import { dayOf } from '#lib/calendar.ts';
import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';
import type { ApplicationItem } from './server/list-applications.ts';
import { applicationStates } from './vocabulary.ts';

const day = (moment: Date | null) => (moment ? dayOf(moment) : null);

/** The list of applications as a file: what the list shows, without answers, notes, votes and contacts. */
const columns: [string, (item: ApplicationItem) => string | number | null][] = [
	['Kommune', ({ name }) => name],
	['Gemeindeschlüssel', ({ ags }) => ags],
	['Land', ({ land }) => land],
	['Einwohner:innen', ({ population }) => population],
	['Stand', ({ state }) => applicationStates[state]],
	['Stand seit', ({ stateSince }) => day(stateSince)],
	['begonnen am', ({ createdAt }) => day(createdAt)],
	['eingegangen am', ({ submittedAt }) => day(submittedAt)],
	['zugesagt bis', ({ dueOn }) => dueOn],
	['überfällig', ({ isOverdue }) => (isOverdue ? 'ja' : 'nein')],
	['vollständig, Prozent', ({ completeness }) => Math.round(completeness * 100)],
	['Minuten je Woche', ({ minutesPerWeek }) => minutesPerWeek]
];
const rowsOf = (items: ApplicationItem[]) => items.map((item) => columns.map(([, read]) => read(item)));
const headers = columns.map(([name]) => name);

/** For German spreadsheets: semicolons, UTF-8 with mark; what looks like a formula is defused. */
export const applicationsCsv = (items: ApplicationItem[]): string =>
	stringify([headers, ...rowsOf(items)], { delimiter: ';', bom: true, escape_formulas: true });

export const applicationsXlsx = (items: ApplicationItem[]): Promise<Uint8Array> =>
	writeXlsx({ sheets: [{ name: 'Aufnahme', rows: [headers, ...rowsOf(items)], freezePane: { rows: 1 } }] });
