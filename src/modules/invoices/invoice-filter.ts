import { invoiceStates, type InvoiceState } from './vocabulary.ts';

/** What somebody looks for in the list; `overdue` and `refund` cut across the states. */
export const dueWords = { overdue: 'überfällig', refund: 'zurückzuzahlen', mine: 'offen' } as const;
export type Due = keyof typeof dueWords;
export type InvoiceFilter = { q: string; state: InvoiceState | ''; due: Due | ''; year: number | null };

const oneOf = <K extends string>(words: Record<K, string>, text: string | null): K | '' =>
	text && Object.hasOwn(words, text) ? (text as K) : '';

/** What the address asks for; what is not understood is left out. */
export const readInvoiceFilter = (query: URLSearchParams): InvoiceFilter => ({
	q: (query.get('q') ?? '').trim().slice(0, 100),
	state: oneOf(invoiceStates, query.get('stand')),
	due: oneOf(dueWords, query.get('faellig')),
	year: /^20\d{2}$/.test(query.get('jahr') ?? '') ? Number(query.get('jahr')) : null
});
