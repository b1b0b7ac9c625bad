import { z } from 'zod';
import { many, optionalDate, optionalText, parseGermanNumber, requiredText, word } from '#lib/forms.ts';
import { compactIban, isIban } from './iban.ts';
import { netOf, type Buyer, type Issuer, type Line } from './invoice.ts';
import { taxModes } from './vocabulary.ts';

const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const email = z.email('Bitte eine vollständige E-Mail-Adresse, zum Beispiel kasse@stadt.de.').max(200);
const postalCode = z
	.string({ error: 'Bitte die Postleitzahl eintragen.' })
	.trim()
	.regex(/^\d{5}$/, 'Bitte fünf Ziffern, zum Beispiel 16278.');
const orNull = <T>(value: T | undefined): T | null => value ?? null;

/** "100", "100,50", "1.234,56 €" as cents; null when it is no amount. */
export function parseCents(text: string): number | null {
	const value = parseGermanNumber(text.replace(/€|EUR/gi, ''));
	if (value === null) return null;
	const cents = Math.round(value * 100);
	return Math.abs(value * 100 - cents) < 1e-6 && Math.abs(cents) <= 1e9 ? cents : null;
}

/** An amount in euro, kept in cents. */
const amount = (message = 'Bitte einen Betrag eintragen, zum Beispiel 100 oder 99,50.') =>
	z.preprocess(
		(value) => (typeof value === 'string' ? (parseCents(value) ?? undefined) : value),
		z.number({ error: message }).int(message).min(1, message).max(1e9, 'Dieser Betrag ist zu groß.')
	);

const rates = { '19': '19 %', '7': '7 %' } as const;
export { rates };

export const issuerForm = z
	.object({
		name: requiredText('Wer stellt die Rechnung?', 120),
		street: requiredText('Bitte Straße und Hausnummer eintragen.', 120),
		postalCode,
		city: requiredText('Bitte den Ort eintragen.', 80),
		taxMode: word(taxModes, 'small_business'),
		taxRate: word(rates, '19').transform(Number),
		taxSentence: optionalText(300).transform((text) => text ?? ''),
		taxNumber: optionalText(30).transform(orNull),
		vatId: z.preprocess(
			(value) => (typeof value === 'string' ? blankToUndefined(value.replace(/\s/g, '').toUpperCase()) : value),
			z
				.string()
				.regex(/^DE\d{9}$/, 'Sie hat die Form DE123456789.')
				.optional()
				.transform(orNull)
		),
		registration: optionalText(80).transform(orNull),
		iban: z
			.string({ error: 'Bitte die IBAN eintragen.' })
			.transform(compactIban)
			.refine(isIban, 'Diese IBAN stimmt nicht: Bitte die Ziffern vergleichen.'),
		bic: z.preprocess(
			(value) => (typeof value === 'string' ? blankToUndefined(value.replace(/\s/g, '').toUpperCase()) : value),
			z
				.string()
				.regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'Ein BIC hat acht oder elf Zeichen.')
				.optional()
				.transform(orNull)
		),
		bank: optionalText(80).transform(orNull),
		contactName: requiredText('Wer gibt Auskunft?', 80),
		phone: requiredText('Bitte eine Telefonnummer eintragen.', 40).refine(
			(text) => (text.match(/\d/g)?.length ?? 0) >= 3,
			'Bitte mindestens drei Ziffern.'
		),
		email,
		paymentDays: z.coerce
			.number({ error: 'Bitte Tage als Zahl.' })
			.int('Bitte ganze Tage.')
			.min(1, 'Mindestens ein Tag.')
			.max(120, 'Höchstens 120 Tage.'),
		prefix: z
			.string({ error: 'Bitte ein Kürzel eintragen.' })
			.trim()
			.toUpperCase()
			.regex(/^[A-Z][A-Z0-9]{0,5}$/, 'Bitte ein bis sechs Buchstaben oder Ziffern, vorn ein Buchstabe.')
	})
	.refine(({ taxMode, taxNumber, vatId }) => taxMode === 'not_taxable' || taxNumber || vatId, {
		path: ['taxNumber'],
		message: 'Bitte Steuernummer oder Umsatzsteuer-Identifikationsnummer eintragen.'
	}) satisfies z.ZodType<Issuer>;

export const buyerForm = z.object({
	name: requiredText('An wen geht die Rechnung?', 120),
	department: optionalText(120).transform(orNull),
	street: optionalText(120).transform(orNull),
	postalCode,
	city: requiredText('Bitte den Ort eintragen.', 80),
	reference: optionalText(60).transform(orNull),
	orderNumber: optionalText(60).transform(orNull),
	email
}) satisfies z.ZodType<Buyer>;

const cell = z.string().trim().max(200, 'Bitte höchstens 200 Zeichen.');
const columns = z.object({ text: many(cell), quantity: many(cell), price: many(cell) });

/** Rows of a form as lines; rows without a text are passed over. */
function linesOf(
	{ text, quantity, price }: z.output<typeof columns>,
	issues: z.RefinementCtx
): { text: string; quantity: number; cents: number }[] {
	const rows = text.flatMap((line, i) => (line ? [{ line, many: Number(quantity[i] || '1'), cents: parseCents(price[i] ?? '') }] : []));
	const complain = (field: string, message: string) => issues.addIssue({ code: 'custom', path: [field], message });
	if (!rows.length) complain('text', 'Wofür ist die Rechnung? Bitte mindestens eine Zeile.');
	for (const { line, many, cents } of rows) {
		if (!Number.isInteger(many) || many < 1 || many > 9999) complain('quantity', `Bitte für „${line}“ eine ganze Menge von 1 an.`);
		if (cents === null || cents < 0) complain('price', `Bitte für „${line}“ einen Betrag, zum Beispiel 100 oder 99,50.`);
	}
	return rows.map(({ line, many, cents }) => ({ text: line, quantity: many, cents: cents ?? 0 }));
}

export const invoiceForm = buyerForm
	.extend({
		organisationId: z.uuid('Bitte eine Organisation wählen.'),
		/** Made when the form was shown: the same form twice is one invoice. */
		causeId: z.uuid(),
		/** The application whose fee it is. */
		antrag: z.preprocess(blankToUndefined, z.uuid().optional()),
		suppliedOn: optionalDate(),
		...columns.shape
	})
	.transform(({ text, quantity, price, ...rest }, issues) => ({ ...rest, lines: linesOf({ text, quantity, price }, issues) }));

/** Typed prices are what people pay; with tax in them the net price is found. */
export const netLines = (lines: { text: string; quantity: number; cents: number }[], issuer: Pick<Issuer, 'taxMode' | 'taxRate'>): Line[] =>
	lines.map(({ text, quantity, cents }) => ({ text, quantity, unitCents: netOf(cents, issuer) }));

const paidOn = optionalDate();
export const paymentForm = z.object({ amount: amount(), paidOn, note: optionalText(200), clickId: z.uuid() });
export const reasonForm = z.object({ reason: requiredText('Bitte in einem Satz sagen, warum.', 400) });
