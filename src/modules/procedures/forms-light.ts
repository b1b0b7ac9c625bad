import { z } from 'zod';
import { checkbox, many, optionalDate, optionalNumber, optionalText, requiredText, word } from '#lib/forms.ts';
import { mailAddress } from '#modules/people/forms.ts';
import { lightKinds } from './light.ts';
import { decidingBodies, priceUnits, transfers } from './procedure.ts';

/** Forms of the light way and of a room grant. */

const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const gone = 'Das gibt es nicht mehr. Bitte die Seite neu laden.';
const version = z.coerce.number({ error: gone }).int(gone).min(0, gone).max(2_000_000_000, gone);

/** `raum`: the house. */
export const beginLightForm = z.object({
	raum: z.uuid('Bitte ein Haus wählen.'),
	unitIds: many(z.uuid(gone)).transform((all) => [...new Set(all)])
});

export const chooseFormForm = z.object({ version, kind: word(lightKinds, 'expression_of_interest') });

const fee = optionalNumber({ max: 1e7 }).transform((amount) => (amount === undefined ? null : Math.round(amount * 100)));
const terms = {
	from: optionalDate(),
	until: optionalDate(),
	fee,
	feeUnit: word(priceUnits, 'month'),
	counterPerformance: optionalText(2000).transform((text) => text ?? '')
};
/** The terms of a room grant, in the overview. */
export const grantForm = z.object({ version, ...terms });
export type GrantInput = z.output<typeof grantForm>;

/** Three answers; the terms are read where it is a room grant. */
export const aboutForm = z.object({
	version,
	title: requiredText('Bitte dem Verfahren einen Namen geben.', 160),
	what: requiredText('Bitte in einem Satz sagen, was hier geschehen soll.', 1500).transform((text) => text.replace(/\n\s*\n/g, '\n')),
	whom: requiredText('Bitte in einem Satz sagen, für wen das gut ist.', 1500).transform((text) => text.replace(/\n\s*\n/g, '\n')),
	open: optionalText(4000).transform((text) => text ?? ''),
	transfer: word(transfers, 'lease'),
	...terms
});
export type AboutInput = z.output<typeof aboutForm>;

/** `isDone`: the draft is to be finished afterwards. */
export const settleForm = z
	.object({
		version,
		decidingBody: word(decidingBodies, 'mayor'),
		handIn: requiredText('Bitte sagen, wie man sich bewirbt und wer Fragen beantwortet.', 2000),
		name: optionalText(120),
		email: z.preprocess(blankToUndefined, mailAddress.optional()),
		isDone: checkbox()
	})
	.refine(({ name, email }) => name !== undefined || email === undefined, {
		path: ['name'],
		message: 'Bitte auch den Namen nennen.'
	})
	.refine(({ name, email }) => name === undefined || email !== undefined, {
		path: ['email'],
		message: 'Bitte auch die Mailadresse nennen: Wer einspringt, öffnet mit, und ohne Konto gibt es keinen Schlüssel.'
	});
export type SettleInput = z.output<typeof settleForm>;

export const releaseForm = z.object({ version });
