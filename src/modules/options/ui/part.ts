import type { Rejected } from '#lib/server/action.ts';

/** The forms of these pages carry a hidden `part`, so that each finds its own refusal again. */
export const formOf = (form: Rejected | null, part: string): Rejected | null => (form?.values.part === part ? form : null);

/** The id of a field whose name stands on the page more than once: the refused one is where the summary of errors leads. */
export const idOf = (form: Rejected | null, { name, part }: { name: string; part: string }): string =>
	form ? `f-${name}` : `f-${name}-${part}`;

/** What the fields are called in the summary of errors. */
export const deskLabels = {
	...{
		conceptId: 'An wen',
		startsOn: 'Von',
		endsOn: 'Letzter Tag',
		fee: 'Entgelt',
		mostExtensions: 'Verlängerungen',
		terms: 'Bedingungen'
	},
	...{ reason: 'Begründung', on: 'Tag', note: 'Was besprochen wurde', what: 'Was in Ordnung kommen soll', until: 'Bis wann' },
	...{
		contractOn: 'Vertrag vom',
		contractKind: 'Art',
		document: 'Vertrag',
		title: 'Was dann erreicht ist',
		description: 'Woran man es erkennt',
		dueOn: 'Bis wann'
	}
};
