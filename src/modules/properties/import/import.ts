import { isEditorOf, type Actor } from '#modules/people/actor.ts';
import type { Column } from './fields.ts';
import type { Layout, Skipped } from './layout.ts';
import type { Sheet } from './open-table.ts';
import type { Problem } from './read-row.ts';

export const importStates = {
	uploaded: 'hochgeladen',
	checking: 'wird geprüft',
	checked: 'geprüft',
	applying: 'wird übernommen',
	applied: 'übernommen',
	undoing: 'wird zurückgenommen',
	undone: 'zurückgenommen',
	failed: 'nicht lesbar'
} as const;
export type ImportState = keyof typeof importStates;

export const outcomes = { created: 'neu', updated: 'geändert', unchanged: 'unverändert', rejected: 'abgelehnt' } as const;
export type Outcome = keyof typeof outcomes;

export type FileFacts = Layout & { kind: 'csv' | 'xlsx' | 'ods'; encoding: string | null; delimiter: string | null; lines: number } & {
	/** Sheets of a workbook and the one that is read (its index). */
	sheets?: Sheet[];
	sheet?: number;
};
export type Mapping = { columns: Column[]; remembered: boolean };
export type Change = { before?: unknown; after: unknown };
/** What a row writes, by column name of `properties`: the value itself for a new one; before and after for a changed one, and in `_provenance` the groups that follow. */
export type Changes = Record<string, unknown>;
const isChange = (value: unknown): value is Change => typeof value === 'object' && value !== null && 'after' in value;
/** The changes of a row as people read them, one shape for new and changed ones. */
export const readChanges = (changes: Changes | null): [string, Change][] =>
	Object.entries(changes ?? {}).map(([column, value]) => [column, isChange(value) ? value : { after: value }]);
export type Kept = { rowNumber: number; title: string; reason: string };

/** What an import would do or did. Numbers of rows; `skipped` are title, blank, sum, section and repeated header lines. */
export type Report = Record<Outcome | 'rows' | 'skipped' | 'notices', number> & {
	/** New ones that name no place at all: the municipality of the list was taken for it. */
	townAssumed: number;
	lines: Partial<Record<Skipped, number>>;
	undo?: { removed: number; restored: number; kept: Kept[] };
};

export const emptyReport: Report = {
	rows: 0,
	skipped: 0,
	created: 0,
	updated: 0,
	unchanged: 0,
	rejected: 0,
	notices: 0,
	townAssumed: 0,
	lines: {}
};

/** What the report says about rows without a place, or null. `town`: name of the municipality. */
export const townAssumedText = ({ townAssumed = 0 }: Partial<Report>, town: string): string | null =>
	townAssumed
		? `${townAssumed.toLocaleString('de-DE')} ${townAssumed === 1 ? 'neues Objekt nennt' : 'neue Objekte nennen'} weder Ort noch Postleitzahl; als Ort ist ${town} angenommen. Stimmt das nicht, ergänzen Sie bitte eine Spalte mit Postleitzahl und Ort.`
		: null;

/** The report for machines, as the contract names it. */
export type PublicReport = Report & {
	id: string;
	state: ImportState;
	problems: (Pick<Problem, 'column' | 'code' | 'message'> & { row: number; level: Problem['level'] })[];
	/** All problems; the list above ends at 5,000. */
	problemCount: number;
	mapping: { column: string; field: string; confidence: number; why: string }[];
};

/** Lists belong to their municipality. */
export const mayImport = (actor: Actor | null, ags: string): boolean => isEditorOf(actor, ags);

/** What may follow on what; everything else is refused with a sentence. */
export const importSteps: Record<'check' | 'apply' | 'undo', readonly ImportState[]> = {
	check: ['uploaded', 'checked', 'failed'],
	apply: ['checked'],
	undo: ['applied']
};

const reasons: Record<keyof typeof importSteps, string> = {
	check: 'Diese Liste wird gerade bearbeitet oder ist schon übernommen. Laden Sie sie neu hoch, um sie noch einmal zu prüfen.',
	apply: 'Übernommen wird eine geprüfte Liste. Bitte warten Sie das Ende der Prüfung ab oder prüfen Sie neu.',
	undo: 'Zurücknehmen lässt sich nur eine Liste, die übernommen ist.'
};

const again: Partial<Record<`${keyof typeof importSteps} ${ImportState}`, string>> = {
	'apply applying':
		'Diese Liste wird gerade übernommen, vielleicht in einem anderen Fenster. Laden Sie die Seite neu, dann sehen Sie, wie weit es ist.',
	'apply applied':
		'Diese Liste ist schon übernommen, vielleicht in einem anderen Fenster. Es wurde nichts doppelt angelegt; laden Sie die Seite neu.',
	'undo undoing':
		'Diese Liste wird gerade zurückgenommen, vielleicht in einem anderen Fenster. Laden Sie die Seite neu, dann sehen Sie, wie weit es ist.',
	'undo undone': 'Diese Liste ist schon zurückgenommen. Laden Sie die Seite neu, dann sehen Sie, was dabei geschah.'
};

/** Why a step cannot be taken now, or null. */
export const whyNot = (step: keyof typeof importSteps, state: ImportState): string | null =>
	importSteps[step].includes(state) ? null : (again[`${step} ${state}`] ?? reasons[step]);
