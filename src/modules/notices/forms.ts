import { z } from 'zod';
import { checkbox, optionalDate, optionalText, optionalWord, requiredText } from '#lib/forms.ts';
import { mailAddress } from '#modules/people/forms.ts';
import { grounds, measures, type Measure } from './decision.ts';
import { categories, type Category } from './matter.ts';

const optionalMail = z.preprocess(
	(value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
	mailAddress.optional()
);

/** A notice as Art. 16 para. 2 DSA wants it. Name and mail may stay away where the law says so. */
export const noticeForm = z
	.object({
		address: requiredText('Bitte die Adresse der Seite angeben, um die es geht.', 500),
		category: z.enum(Object.keys(categories) as [Category, ...Category[]], { error: 'Bitte sagen, worum es geht.' }),
		spot: requiredText('Bitte sagen, welche Stelle Sie meinen: Absatz, Bild oder Wortlaut.', 500),
		why: requiredText('Bitte begründen, warum der Inhalt hier nicht stehen darf.', 3000).min(10, 'Bitte mit ein, zwei Sätzen begründen.'),
		name: optionalText(200),
		email: optionalMail,
		goodFaith: checkbox(),
		/** People do not see this field; machines fill it in. */
		website: z.string().max(200).optional()
	})
	.superRefine((input, check) => {
		const say = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
		if (!input.goodFaith) say('goodFaith', 'Bitte bestätigen, dass Ihre Angaben nach Ihrer Überzeugung stimmen.');
		if (categories[input.category].anonymous) return;
		if (!input.name) say('name', 'Bitte Ihren Namen angeben. Wer den Inhalt veröffentlicht hat, erfährt ihn nicht.');
		if (!input.email) say('email', 'Bitte eine Mailadresse angeben: Dorthin kommen Bestätigung und Entscheidung.');
	});
export type NoticeInput = z.output<typeof noticeForm>;

export const wordsForm = z.object({ words: optionalText(3000) });

export const decisionForm = z.object({
	measure: z.enum(Object.keys(measures) as [Measure, ...Measure[]], { error: 'Bitte eine Entscheidung wählen.' }),
	ground: optionalWord(grounds),
	clause: optionalText(1000),
	facts: optionalText(3000),
	scope: optionalText(500),
	until: optionalDate()
});

export const queueFilter = z.object({
	stand: optionalWord({ offen: 'offen', beschwerden: 'Beschwerden', erledigt: 'erledigt' }).catch(undefined)
});
