import { z } from 'zod';
import { checkbox, many, optionalDate, optionalNumber, optionalText, optionalWord, requiredText } from '#lib/forms.ts';
import { nextSteps, objectionEffects, type ObjectionEffect } from './award.ts';

const gone = 'Das gibt es nicht mehr. Bitte die Seite neu laden.';
const id = z.uuid(gone);
const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const longText = (max = 6000) => optionalText(max).transform((text) => text ?? '');
const count = optionalNumber({ max: 999 })
	.refine((n) => n === undefined || Number.isInteger(n), 'Bitte eine ganze Zahl.')
	.transform((n) => n ?? null);

export const nothingForm = z.object({});

export const drawForm = z.object({
	word: requiredText('Bitte das Wort oder die Zahl eintragen, die jemand von den Anwesenden gerufen hat.', 60)
});

/** `conceptId` and `reason` come once per concept, in order. */
export const recommendForm = z
	.object({
		recommendation: requiredText('Bitte in einigen Sätzen schreiben, was empfohlen wird und warum.', 6000),
		dissent: longText(),
		conceptId: many(id),
		reason: many(z.string().trim().max(3000, 'Bitte je Konzept höchstens 3000 Zeichen.'))
	})
	.transform(({ recommendation, dissent, conceptId, reason }) => ({
		...{ recommendation, dissent },
		reasons: new Map(conceptId.map((one, n) => [one, reason[n] ?? '']))
	}));

/** The group of a direct match, proposed to whoever decides. */
export const proposeForm = z.object({
	recommendation: requiredText('Bitte in einigen Sätzen schreiben, was Sie vorschlagen und was an Fragen und Einwänden kam.', 6000),
	reason: requiredText('Bitte einen Satz für die Gruppe schreiben: Er steht in ihrem Brief.', 3000),
	isClear: checkbox()
});

export const decideForm = z
	.object({
		body: requiredText('Bitte sagen, wer entschieden hat, zum Beispiel „Die Stadtverordnetenversammlung“.', 160),
		decidedOn: optionalDate(),
		votesFor: count,
		votesAgainst: count,
		abstentions: count,
		reasons: requiredText('Bitte schreiben, was für die Entscheidung den Ausschlag gab. Der Text geht an alle.', 6000),
		deviation: longText(3000),
		awarded: z.preprocess(blankToUndefined, z.uuid('Bitte wählen, wer den Zuschlag bekommt.').optional()).transform((one) => one ?? ''),
		/** After an expression of interest. */
		next: optionalWord(nextSteps).transform((step) => step ?? null),
		reserves: many(id).transform((all) => [...new Set(all)])
	})
	.transform(({ decidedOn, ...input }, ctx) => {
		if (!input.awarded && !input.next)
			ctx.addIssue({ code: 'custom', path: ['awarded'], message: 'Bitte wählen, wer den Zuschlag bekommt.' });
		if (!decidedOn) ctx.addIssue({ code: 'custom', path: ['decidedOn'], message: 'Bitte den Tag des Beschlusses eintragen.' });
		return { ...input, decidedOn: decidedOn ?? '' };
	});

export const cancelForm = z.object({
	reason: requiredText('Bitte begründen, warum niemand den Zuschlag bekommt. Der Satz wird veröffentlicht und steht in jedem Brief.', 3000)
});

export const objectForm = z.object({ text: requiredText('Bitte schreibt, was aus Eurer Sicht falsch war.', 6000) });
export const withdrawForm = z.object({ objectionId: id });

export const answerForm = z.object({
	objectionId: id,
	step: z.enum(['accept', 'reject'], { error: 'Bitte sagen, ob dem Einwand stattgegeben wird.' }),
	answer: requiredText('Bitte die Antwort begründen. Sie geht an die Gruppe.', 6000),
	effect: z
		.preprocess(
			blankToUndefined,
			z
				.enum(Object.keys(objectionEffects) as [ObjectionEffect, ...ObjectionEffect[]], { error: 'Bitte sagen, was daraus folgt.' })
				.optional()
		)
		.transform((effect) => effect ?? null)
});
