import { stringify } from 'csv-stringify/sync';
import { germanDay } from '#lib/text/german.ts';
import type { InvoiceItem } from './invoice-item.ts';
import { documentKinds, invoiceStates } from './vocabulary.ts';

type Cell = string | number | null;
const amount = (cents: number) => cents / 100;
const columns: [string, (item: InvoiceItem) => Cell][] = [
	['Nummer', ({ number }) => number],
	['Art', ({ kind }) => documentKinds[kind]],
	['Datum', ({ issuedOn }) => germanDay(issuedOn)],
	['An', ({ buyer }) => buyer],
	['Wofür', ({ subject }) => subject],
	['Betrag', ({ grossCents }) => amount(grossCents)],
	['Bezahlt', ({ paidCents }) => amount(paidCents)],
	['Offen', (item) => amount(item.openCents)],
	['Zurückzuzahlen', (item) => amount(item.surplusCents)],
	['Fällig bis', ({ dueOn }) => dueOn && germanDay(dueOn)],
	['Stand', ({ state }) => invoiceStates[state]],
	['Zuletzt erinnert', ({ remindedOn }) => remindedOn && germanDay(remindedOn)]
];

/** The list as rows, heads first; amounts are numbers of euro. */
export const invoiceRows = (items: InvoiceItem[]): Cell[][] => [
	columns.map(([name]) => name),
	...items.map((item) => columns.map(([, read]) => read(item)))
];

/** For German spreadsheets: UTF-8 with mark, semicolons, decimal commas; what looks like a formula is defused. */
export const invoiceCsv = (items: InvoiceItem[]): string =>
	stringify(invoiceRows(items), {
		delimiter: ';',
		bom: true,
		record_delimiter: '\r\n',
		escape_formulas: true,
		cast: { number: (n: number) => ({ value: n.toFixed(2).replace('.', ','), escape_formulas: false }) }
	});
