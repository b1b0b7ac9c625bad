import { z } from 'zod';
import { checkbox, optionalNumber, requiredMoment, requiredText } from '#lib/forms.ts';
import { id, levelRows, longText, optionalId, version, weightsForm, withLevels } from './forms.ts';
import { mostWords } from './question.ts';

/** Forms of the open phase: what the office does with a published call, and what others do on its public page. */

const reason = (message: string, max = 600) => requiredText(message, max);

/** What somebody sees once and decides. */
export const publishForm = z.object({ isSure: checkbox() }).refine(({ isSure }) => isSure, {
	path: ['isSure'],
	message: 'Bitte bestätigen, dass die Vorschau stimmt. Danach ändert sich der Aufruf nur noch vor aller Augen.'
});
export const extendForm = z.object({
	until: requiredMoment('Bitte sagen, bis wann alle Zeit haben.'),
	reason: reason('Bitte sagen, welche Störung es gab. Der Satz wird veröffentlicht.')
});
export const cancelForm = z.object({ reason: reason('Bitte in einem Satz sagen, warum. Er wird veröffentlicht.', 2000) });

export const unfollowForm = z.object({ id });
export const askForm = z.object({ text: requiredText('Bitte die Frage aufschreiben.', mostWords) });
export const answerForm = z.object({
	questionId: id,
	wording: requiredText('Bitte die Frage so aufschreiben, dass niemand erkennt, wer sie gestellt hat.', mostWords),
	answer: requiredText('Bitte die Antwort aufschreiben.', 6000)
});
export type AnswerInput = z.output<typeof answerForm>;
export const asideForm = z.object({ questionId: id, reason: reason('Bitte sagen, warum. Nur wer gefragt hat, liest es.') });
export const releaseForm = z.object({ evenSo: checkbox() });

const count = (message: string, max: number) =>
	optionalNumber({ min: 1, max }).refine((n) => n === undefined || Number.isInteger(n), message);
export const viewingForm = z
	.object({
		viewingId: optionalId,
		startsAt: requiredMoment('Bitte sagen, wann der Termin beginnt.'),
		minutes: count('Bitte ganze Minuten.', 600),
		place: requiredText('Bitte sagen, wo man sich trifft.', 300),
		guestNote: longText(1000),
		capacity: count('Bitte eine ganze Zahl.', 1000)
	})
	.transform(({ minutes = 60, capacity = null, ...input }) => ({ ...input, minutes, capacity }));
export type ViewingInput = z.output<typeof viewingForm>;
export const viewingCancelForm = z.object({
	viewingId: id,
	reason: reason('Bitte sagen, warum: Alle Angemeldeten lesen diesen Satz.')
});
export const signUpForm = z
	.object({
		viewingId: id,
		answer: z.enum(['yes', 'no'], { error: 'Bitte an- oder abmelden.' }),
		people: count('Bitte eine ganze Zahl.', 20)
	})
	.transform(({ people = 1, ...input }) => ({ ...input, people }));

export const amendWeightsForm = z.intersection(z.object({ version }), weightsForm);
export const amendLeafForm = z
	.object({ version, leafId: id, title: requiredText('Bitte das Kriterium benennen.', 160), description: longText(2000), ...levelRows })
	.transform(withLevels);
export const amendConditionForm = z.object({
	version,
	conditionId: id,
	title: requiredText('Bitte die Bedingung benennen.', 160),
	description: longText(2000),
	evidenceNote: longText(300)
});
export const amendPublishForm = z.object({ reason: reason('Bitte sagen, warum sich der Aufruf ändert. Alle lesen es.', 1000) });
