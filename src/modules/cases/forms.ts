import { z } from 'zod';
import { optionalText, optionalWord, requiredText } from '#lib/forms.ts';
import { contactTopics } from '#modules/organisations/contact.ts';
import { ownerKey } from '#modules/organisations/forms.ts';
import { mailAddress } from '#modules/people/forms.ts';

const words = requiredText('Bitte schreiben, worum es geht.', 4000);

/** `of`: whom it is for, the key of a municipality or the id of an organisation; `space`: the slug of the house it is about. Guests say who they are. */
export const messageForm = z.object({
	of: ownerKey,
	topic: optionalWord(contactTopics),
	space: optionalText(200),
	text: words,
	name: optionalText(100),
	email: z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), mailAddress.optional()),
	/** People do not see this field; machines fill it in. */
	website: z.string().max(200).optional()
});
export type MessageInput = z.output<typeof messageForm>;

export const answerForm = z
	.object({
		kind: z.enum(['answer', 'elsewhere'], { error: 'Bitte antworten oder sagen, dass es anders erledigt ist.' }),
		text: optionalText(4000)
	})
	.refine(({ kind, text }) => kind === 'elsewhere' || text, { path: ['text'], message: 'Bitte eine Antwort schreiben.' });
export type AnswerInput = z.output<typeof answerForm>;

export const followUpForm = z.object({ text: words });
