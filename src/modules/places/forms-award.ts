import { z } from 'zod';
import { checkbox, many, optionalDate, optionalNumber, optionalText, requiredText, word } from '#lib/forms.ts';
import { obligations, verdicts } from './vocabulary.ts';

const codeShape = /^\d(\.\d{1,2})?$/;

/** One criterion with its categories; `code[]`, `title[]` … stand side by side, one of each per category. */
export const criterionForm = z.object({
	number: z.coerce.number().int().min(1).max(9),
	title: optionalText(120),
	obligation: word(obligations, 'should'),
	question: optionalText(600),
	categoryTitle: many(z.string().trim().max(160, 'Bitte höchstens 160 Zeichen.')),
	definition: many(z.string().trim().max(1500, 'Bitte höchstens 1.500 Zeichen.')),
	effect: many(z.string().trim().max(800, 'Bitte höchstens 800 Zeichen.')),
	indicators: many(z.string().trim().max(2000, 'Bitte höchstens 2.000 Zeichen.'))
});
export type CriterionInput = z.output<typeof criterionForm>;

export const catalogueForm = z.object({
	attitude: optionalText(1500),
	minOthers: optionalNumber({ min: 0, max: 9 }).refine((n) => n === undefined || Number.isInteger(n), 'Bitte eine ganze Zahl.'),
	change: optionalText(400)
});
export type CatalogueInput = z.output<typeof catalogueForm>;

/** What is ticked in the self-check. */
export const checkForm = z.object({ code: many(z.string().regex(codeShape, 'Diese Kategorie gibt es nicht.')) });

/** One criterion of an application: which of its categories apply. Texts and values come under `text_3.1`, `value_3.1-anzahl`. */
export const answersForm = z.looseObject({ applies: many(z.string().regex(codeShape, 'Diese Kategorie gibt es nicht.')) });

export const applicationForm = z.object({ attitude: checkbox(), message: optionalText(3000) });

const day = (message: string) => optionalDate().refine((value) => value !== undefined, message);
export const roundForm = z
	.object({
		title: requiredText('Wie heißt die Runde? Zum Beispiel „Winter 2026“.', 80),
		opensOn: day('Wann öffnet das Fenster?'),
		closesOn: day('Wann ist der letzte Tag für Bewerbungen?'),
		decideBy: day('Bis wann entscheidet die Jury?')
	})
	.refine(({ opensOn = '', closesOn = '' }) => opensOn <= closesOn, { path: ['closesOn'], message: 'Das Ende liegt vor dem Beginn.' })
	.refine(({ closesOn = '', decideBy = '' }) => closesOn <= decideBy, {
		path: ['decideBy'],
		message: 'Die Jury kann erst nach dem letzten Tag entscheiden.'
	});
export type RoundInput = z.output<typeof roundForm>;

export const voteForm = z.object({
	verdict: word({ ...verdicts, recuse: '' }, 'not_yet'),
	reason: requiredText('Bitte begründen: Der Satz bleibt bei Ihrem Urteil stehen.', 3000)
});
export type VoteInput = z.output<typeof voteForm>;
