import { z } from 'zod';
import { checkbox, optionalText, requiredText } from '#lib/forms.ts';

export const learningGroupForm = z.object({
	title: requiredText('Wie heißt die Lerngruppe?', 100),
	description: optionalText(1200),
	isOpen: checkbox()
});
export type LearningGroupInput = z.output<typeof learningGroupForm>;

export const joinForm = z.object({
	contactName: requiredText('Wer vertritt Euch in der Lerngruppe?', 120),
	contactEmail: z.email('Bitte eine vollständige E-Mail-Adresse.').max(200)
});
export type JoinInput = z.output<typeof joinForm>;

export const proposalForm = z.object({
	otherId: z.uuid('Bitte einen Ort wählen.'),
	message: requiredText('Bitte sagen, was Ihr Euch vorstellt.', 1200)
});
export type ProposalInput = z.output<typeof proposalForm>;

/** A year of figures: values come as `value_<key>`. */
export const figuresForm = z.looseObject({
	year: z.coerce.number('Bitte ein Jahr wählen.').int().min(2000, 'Bitte ein Jahr wählen.').max(2100, 'Bitte ein Jahr wählen.'),
	source: optionalText(300)
});
