/** The words of invoices: code word to what people read. */

export const invoiceStates = {
	issued: 'offen',
	partly_paid: 'teils bezahlt',
	paid: 'bezahlt',
	overpaid: 'zu viel bezahlt',
	cancelled: 'storniert'
} as const;
export type InvoiceState = keyof typeof invoiceStates;

export const documentKinds = { invoice: 'Rechnung', cancellation: 'Stornorechnung' } as const;
export type DocumentKind = keyof typeof documentKinds;

/** How the one who invoices stands to value added tax. */
export const taxModes = {
	small_business: 'Kleinunternehmer nach § 19 UStG, ohne Umsatzsteuer',
	exempt: 'von der Umsatzsteuer befreit',
	not_taxable: 'nicht steuerbar (echter Mitgliedsbeitrag)',
	standard: 'mit Umsatzsteuer'
} as const;
export type TaxMode = keyof typeof taxModes;

/** What stands on the invoice when nothing else was entered. */
export const taxSentences: Record<TaxMode, string> = {
	small_business: 'Kein Ausweis von Umsatzsteuer, da Kleinunternehmer nach § 19 UStG.',
	exempt: 'Steuerfrei nach § 4 UStG.',
	not_taxable: 'Nicht steuerbarer Mitgliedsbeitrag.',
	standard: ''
};

/** Code of EN 16931 for the VAT category: standard, exempt, outside the scope. */
export const taxCategories: Record<TaxMode, 'S' | 'E' | 'O'> = { standard: 'S', small_business: 'E', exempt: 'E', not_taxable: 'O' };

/** Why there is an invoice, with the id of what it is about: a membership, an application, a form. One per kind and subject, however often it is asked for. */
export const causes = {
	membership_fee: 'Aufnahmebeitrag',
	admission_fee: 'Aufnahmebeitrag nach der Aufnahme',
	by_hand: 'von Hand',
	cancellation: 'Storno'
} as const;
export type CauseKind = keyof typeof causes;

export const paymentKinds = { payment: 'Zahlung', refund: 'Rückzahlung' } as const;
export type PaymentKind = keyof typeof paymentKinds;

export const paymentSources = { hand: 'von Hand', bank: 'aus der Bankdatei' } as const;
export type PaymentSource = keyof typeof paymentSources;

export const entryStates = { open: 'zu klären', booked: 'gebucht', set_aside: 'beiseitegelegt' } as const;
export type EntryState = keyof typeof entryStates;
