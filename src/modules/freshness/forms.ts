import { z } from 'zod';
import { many } from '#lib/forms.ts';
import { answers, type FreshAnswer } from './freshness.ts';

/** Longer than this no answer is; what has to be said then is a conversation. */
export const longestWords = 600;

const choice = z.enum(Object.keys(answers) as [FreshAnswer, ...FreshAnswer[]], { error: 'Bitte eine der drei Antworten wählen.' });

export const answerForm = z.object({
	ask: z.uuid('Diesen Eintrag gibt es hier nicht.'),
	answer: choice,
	words: z
		.string()
		.trim()
		.max(longestWords, `Bitte kürzer fassen: höchstens ${longestWords} Zeichen.`)
		.optional()
		.transform((words) => words ?? '')
});

export const confirmForm = z.object({ id: many(z.uuid()) });
export const takeBackForm = z.object({ one: z.uuid('Diesen Eintrag gibt es hier nicht.') });
export const decideForm = z.object({
	ask: z.uuid('Diese Meldung gibt es hier nicht.'),
	decision: z.enum(['archived', 'kept'], { error: 'Bitte entscheiden: vom Netz nehmen oder stehen lassen.' })
});
