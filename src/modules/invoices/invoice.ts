import { taxSentences, type DocumentKind, type TaxMode } from './vocabulary.ts';

/** Who invoices, as it stands on the paper. */
export type Issuer = {
	name: string;
	street: string;
	postalCode: string;
	city: string;
	taxMode: TaxMode;
	/** Percent, only with `standard`. */
	taxRate: number;
	/** The legal sentence for an invoice without tax. */
	taxSentence: string;
	taxNumber: string | null;
	vatId: string | null;
	/** Register and number, "VR 1234 P". */
	registration: string | null;
	iban: string;
	bic: string | null;
	bank: string | null;
	contactName: string;
	phone: string;
	email: string;
	paymentDays: number;
	/** Begins every number. */
	prefix: string;
};

/** Who is invoiced, as it stands on the paper. */
export type Buyer = {
	name: string;
	department: string | null;
	street: string | null;
	postalCode: string;
	city: string;
	/** Leitweg-ID or what else the buyer wants to read. */
	reference: string | null;
	orderNumber: string | null;
	email: string;
};

/** Net price of one, in cents; the quantity is negative where an invoice is taken back. */
export type Line = { text: string; detail?: string; quantity: number; unitCents: number };

export type Totals = { netCents: number; taxCents: number; grossCents: number };

/** A document as it was issued. It is never changed: paper and data are made from it each time, and are the same each time. Days are ISO days. */
export type InvoiceContent = {
	kind: DocumentKind;
	number: string;
	issuedOn: string;
	dueOn: string | null;
	suppliedOn: string;
	/** The network's face. */
	network: { name: string; slug: string; tagline: string; accent: string };
	issuer: Issuer;
	buyer: Buyer;
	lines: Line[];
	totals: Totals;
	/** What a cancellation takes back, and why. */
	cancels?: { number: string; issuedOn: string; reason: string };
};

/** Commercial rounding to whole cents, the same for both signs. */
export const rounded = (cents: number): number => Math.sign(cents) * Math.round(Math.abs(cents) + 1e-9) || 0;

export const lineCents = ({ quantity, unitCents }: Line): number => quantity * unitCents;

/** One rate per document: the tax is computed once from the sum, as EN 16931 has it (BR-CO-17). */
export function totalsOf(lines: readonly Line[], { taxMode, taxRate }: Pick<Issuer, 'taxMode' | 'taxRate'>): Totals {
	const netCents = lines.reduce((sum, line) => sum + lineCents(line), 0);
	const taxCents = taxMode === 'standard' ? rounded((netCents * taxRate) / 100) : 0;
	return { netCents, taxCents, grossCents: netCents + taxCents };
}

/** The net price whose gross is what a fee says; people are told what they pay. */
export const netOf = (grossCents: number, { taxMode, taxRate }: Pick<Issuer, 'taxMode' | 'taxRate'>): number =>
	taxMode === 'standard' ? rounded((grossCents * 100) / (100 + taxRate)) : grossCents;

/** "HO-2026-0012" */
export const numberOf = (prefix: string, year: number, sequence: number): string =>
	`${prefix}-${year}-${String(sequence).padStart(4, '0')}`;

export const taxSentenceOf = ({ taxMode, taxSentence }: Pick<Issuer, 'taxMode' | 'taxSentence'>): string =>
	taxMode === 'standard' ? '' : taxSentence.trim() || taxSentences[taxMode];

/** Kept as long as § 147 AO asks: eight years after the end of the year. */
export const keepUntil = (issuedOn: string): string => `${Number(issuedOn.slice(0, 4)) + 8}-12-31`;

/** The document that takes an invoice back: the same lines with the opposite sign. */
export const takeBack = (
	content: InvoiceContent,
	{ number, issuedOn, reason }: { number: string; issuedOn: string; reason: string }
): InvoiceContent => ({
	...content,
	kind: 'cancellation',
	number,
	issuedOn,
	dueOn: null,
	lines: content.lines.map((line) => ({ ...line, quantity: -line.quantity })),
	totals: { netCents: -content.totals.netCents, taxCents: -content.totals.taxCents, grossCents: -content.totals.grossCents },
	cancels: { number: content.number, issuedOn: content.issuedOn, reason }
});

/** 1234550 as "12.345,50 €", with a space that does not break. */
const money = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
export const euros = (cents: number): string => `${money.format(cents / 100).replace('-', '−')}\u00a0€`;
