import { z } from 'zod';
import { many, optionalNumber, optionalText, parseGermanNumber, requiredText, word } from '#lib/forms.ts';
import { applicantKinds, type CostRow, type Costs } from './concept.ts';
import { costPartNames, costParts } from './costs.ts';

const longText = (max: number) => z.string().trim().max(max, `Bitte höchstens ${max} Zeichen.`).default('');

export const beginForm = z
	.object({
		kind: word(applicantKinds, 'group'),
		name: optionalText(160),
		groupId: optionalText(40),
		organisationId: optionalText(40)
	})
	.refine(({ kind, organisationId }) => kind !== 'organisation' || organisationId, {
		path: ['organisationId'],
		message: 'Bitte sagen, für welche Organisation.'
	})
	.refine(({ kind, name, groupId }) => kind !== 'group' || name || groupId, {
		path: ['name'],
		message: 'Bitte sagen, wie die Gruppe heißt, oder eine Eurer Gruppen wählen.'
	});
export type BeginInput = z.output<typeof beginForm>;

/** The texts of a concept; answers come as `a-` and the key of their field. */
export const textsForm = z
	.looseObject({
		...{ mark: z.string().max(64).default(''), title: longText(200), summary: longText(4000), applicantName: longText(160) },
		...{ contact: longText(160), email: longText(200), phone: longText(60) },
		members: optionalNumber({ min: 1, max: 10_000 })
	})
	.transform(({ mark, title, summary, applicantName, contact, email, phone, members, ...rest }) => ({
		...{ mark, title, summary, applicantName, contact, email: email.toLowerCase(), phone, members: members ?? null },
		answers: Object.fromEntries(
			Object.entries(rest).flatMap(([name, text]) =>
				name.startsWith('a-') && typeof text === 'string' ? [[name.slice(2), text.trim()]] : []
			)
		)
	}))
	.superRefine(({ answers }, check) => {
		for (const [key, text] of Object.entries(answers))
			if (text.length > 20_000)
				check.addIssue({ code: 'custom', path: [`a-${key}`], message: 'Länger als 20.000 Zeichen. Bitte kürzen oder als Datei anfügen.' });
	});
export type TextsInput = z.output<typeof textsForm>;

const mostCents = 100_000_000_000;
/** "1.250,50" in cents; null where it is no amount. */
function centsOf(text: string): number | null {
	const euros = parseGermanNumber(text.replace(/€|EUR/gi, ''));
	const cents = euros === null ? null : Math.round(euros * 100);
	return cents !== null && cents >= 0 && cents <= mostCents ? cents : null;
}

const cells = many(z.string().max(200, 'Bitte höchstens 200 Zeichen.'));
/** The rows of one part: a row without words and amount is none; what is half gets its sentence. */
function rowsOf(texts: readonly string[], amounts: readonly string[]): CostRow[] | string {
	const rows: CostRow[] = [];
	for (const [n, raw] of texts.entries()) {
		const [text, amount] = [raw.trim(), (amounts[n] ?? '').trim()];
		if (!text && !amount) continue;
		const cents = centsOf(amount);
		if (!text) return `Bitte zu ${amount} schreiben, wofür.`;
		if (cents === null) return `„${text}“ braucht einen Betrag in Euro, zum Beispiel 1.250 oder 1.250,50.`;
		rows.push({ text, cents });
	}
	return rows.length > 60 ? 'Höchstens 60 Zeilen je Teil. Bitte zusammenfassen.' : rows;
}

export const costsForm = z
	.object({
		...{ mark: z.string().max(64).default(''), note: longText(4000), offer: optionalText(40) },
		...{ onceText: cells, onceAmount: cells, fundsText: cells, fundsAmount: cells },
		...{ yearlyText: cells, yearlyAmount: cells, incomeText: cells, incomeAmount: cells }
	})
	.transform((given, check) => {
		const costs: Costs = { once: [], funds: [], yearly: [], income: [], note: given.note };
		for (const part of costPartNames) {
			const rows = rowsOf(given[`${part}Text`], given[`${part}Amount`]);
			if (typeof rows === 'string') check.addIssue({ code: 'custom', path: [part], message: `${costParts[part]}: ${rows}` });
			else costs[part] = rows;
		}
		const offerCents = given.offer === undefined ? null : centsOf(given.offer);
		if (given.offer !== undefined && offerCents === null)
			check.addIssue({ code: 'custom', path: ['offer'], message: 'Bitte einen Betrag in Euro, zum Beispiel 1.250 oder 1.250,50.' });
		return { mark: given.mark, costs, offerCents };
	});
export type CostsInput = z.output<typeof costsForm>;

export const fileForm = z.object({ for: optionalText(40) });
export const fileIdForm = z.object({ fileId: z.uuid('Diese Datei gibt es nicht mehr.') });
export const inviteForm = z.object({
	email: z.preprocess(
		(value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
		z.email('Bitte eine Mailadresse eingeben, zum Beispiel name@post.de.').max(200, 'Bitte höchstens 200 Zeichen.')
	)
});
export const personForm = z.object({ personId: z.uuid('Diese Person gehört nicht mehr dazu.') });
export const invitationIdForm = z.object({ invitationId: z.uuid('Diese Einladung gibt es nicht mehr.') });
export const sureForm = z.object({ sure: z.literal('ja', 'Bitte das Kästchen ankreuzen, damit nichts aus Versehen geschieht.') });
/** A key comes pasted or as the file it was saved in. */
export const keyForm = z.object({ secretKey: z.string().max(4000, 'Das ist zu lang für einen Schlüssel.').default('') });
export const handForm = keyForm.extend({ kind: z.enum(['concepts', 'offers']) });
export const linkForm = z.object({ schluessel: requiredText('Der Link ist unvollständig.', 2000) });
