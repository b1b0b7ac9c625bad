import type { Content, CostRow, Costs } from '#modules/concepts/concept.ts';
import type { Frozen } from '#modules/procedures/frozen.ts';
import type { State } from '#modules/procedures/procedure.ts';
import { redact } from './redact.ts';

/** What the jury reads of a concept. Every page, paper and mail for the jury is made of this and of nothing else. */

export type Answer = { id: string; title: string; text: string };
export type ReadFile = {
	id: string;
	name: string;
	contentType: string;
	bytes: number;
	for: string | null;
	source: 'concept' | 'candidate';
};
export type Supplement = { id: string; asks: string; answer: string; files: ReadFile[] };
export type Reading = {
	number: number;
	title: string;
	summary: string;
	/** Null while names are hidden. */
	applicant: Content['applicant'] | null;
	conditions: Answer[];
	leaves: Answer[];
	costs: Costs | null;
	files: ReadFile[];
	/** Files that are kept back because names stand in them. */
	withheld: number;
	supplements: Supplement[];
};

/** Names are hidden in the first reading: until all have scored. */
export const isNameless = (frozen: Pick<Frozen, 'isBlind'>, state: State): boolean =>
	frozen.isBlind && ['closed', 'precheck', 'scoring'].includes(state);

export type Source = {
	number: number;
	content: Content;
	frozen: Pick<Frozen, 'eligibility' | 'areas'>;
	hiddenWords: readonly string[];
	releasedFiles: readonly string[];
	/** Copies without names, by the file in whose place they stand. */
	replacements: ReadonlyMap<string, ReadFile>;
	supplements: readonly Supplement[];
};

const rowsOf = (rows: readonly CostRow[], hide: (text: string) => string): CostRow[] =>
	rows.map(({ text, cents }) => ({ text: hide(text), cents }));

function filesOf({ content, releasedFiles, replacements }: Source, nameless: boolean): ReadFile[] {
	return content.files.flatMap(({ id, name, contentType, bytes, for: about }, n) => {
		const own: ReadFile = { id, name: nameless ? `Datei ${n + 1}` : name, contentType, bytes, for: about, source: 'concept' };
		if (!nameless || releasedFiles.includes(id)) return [own];
		const copy = replacements.get(id);
		return copy ? [{ ...copy, name: `Datei ${n + 1}`, for: about }] : [];
	});
}

/** The one place that decides what of a concept the jury sees. */
export function conceptForJury(source: Source, { nameless }: { nameless: boolean }): Reading {
	const { content, frozen, number, hiddenWords, supplements } = source;
	const hide = (text: string) => (nameless ? redact(text, hiddenWords) : text);
	const answerOf = ({ id, title }: { id: string; title: string }): Answer => ({ id, title, text: hide(content.answers[id] ?? '') });
	const { costs } = content;
	const files = filesOf(source, nameless);
	return {
		...{ number, title: hide(content.title), summary: hide(content.summary), applicant: nameless ? null : content.applicant },
		conditions: frozen.eligibility.map(answerOf),
		leaves: frozen.areas.flatMap(({ leaves }) => leaves).map(answerOf),
		costs: costs && {
			...{ once: rowsOf(costs.once, hide), funds: rowsOf(costs.funds, hide) },
			...{ yearly: rowsOf(costs.yearly, hide), income: rowsOf(costs.income, hide), note: hide(costs.note) }
		},
		...{ files, withheld: content.files.length - files.length },
		supplements: supplements.map(({ id, asks, answer, files }) => ({
			...{ id, asks: hide(asks), answer: hide(answer) },
			files: nameless
				? files.filter((file) => source.releasedFiles.includes(file.id)).map((file, n) => ({ ...file, name: `Nachreichung ${n + 1}` }))
				: files
		}))
	};
}
