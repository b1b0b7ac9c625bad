import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { networks } from '#modules/networks/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Buyer, InvoiceContent, Issuer } from '../invoice.ts';
import type * as words from '../vocabulary.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });

/** Who invoices for a network; what is changed here is on the next document, never on one that was issued. */
export const invoiceIssuers = pgTable('invoice_issuers', {
	networkId: uuid('network_id')
		.primaryKey()
		.references(() => networks.id, { onDelete: 'cascade' }),
	data: jsonb().$type<Issuer>().notNull(),
	updatedBy: person('updated_by'),
	updatedAt: moment('updated_at').notNull()
});

/** Where an organisation wants its invoices. */
export const invoiceAddresses = pgTable('invoice_addresses', {
	organisationId: uuid('organisation_id')
		.primaryKey()
		.references(() => organisations.id, { onDelete: 'cascade' }),
	data: jsonb().$type<Buyer>().notNull(),
	updatedBy: person('updated_by'),
	updatedAt: moment('updated_at').notNull()
});

/** The last number of a network in a year. Its row is locked while a document is issued, so numbers have no gap and no double. */
export const invoiceCounters = pgTable(
	'invoice_counters',
	{
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'restrict' }),
		year: integer().notNull(),
		last: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.networkId, t.year] })]
);

/** Issued documents. Content, number and cause never change and rows do not go before their time: the trigger `invoices_stay` holds it. */
export const invoices = pgTable(
	'invoices',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'restrict' }),
		organisationId: uuid('organisation_id').references(() => organisations.id, { onDelete: 'set null' }),
		kind: text().$type<words.DocumentKind>().notNull(),
		number: text().notNull(),
		year: integer().notNull(),
		sequence: integer().notNull(),
		causeKind: text('cause_kind').$type<words.CauseKind>().notNull(),
		causeId: uuid('cause_id').notNull(),
		content: jsonb().$type<InvoiceContent>().notNull(),
		grossCents: integer('gross_cents').notNull(),
		issuedOn: date('issued_on').notNull(),
		dueOn: date('due_on'),
		/** All that came, less what went back. */
		paidCents: integer('paid_cents').notNull().default(0),
		state: text().$type<words.InvoiceState>().notNull(),
		remindedOn: date('reminded_on'),
		cancelledAt: moment('cancelled_at'),
		cancelReason: text('cancel_reason'),
		cancelledBy: person('cancelled_by'),
		keepUntil: date('keep_until').notNull(),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [
		unique().on(t.networkId, t.number),
		unique().on(t.networkId, t.year, t.sequence),
		/** One living invoice per cause; after a storno there may be another. */
		uniqueIndex()
			.on(t.networkId, t.causeKind, t.causeId)
			.where(sql`state <> 'cancelled'`),
		index().on(t.organisationId),
		index().on(t.networkId, t.state)
	]
);

/** An uploaded file of the bank: that it came, not its bytes. */
export const bankFiles = pgTable(
	'bank_files',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		name: text().notNull(),
		found: integer().notNull(),
		fresh: integer().notNull(),
		uploadedBy: person('uploaded_by'),
		uploadedAt: moment('uploaded_at').notNull()
	},
	(t) => [index().on(t.networkId, t.uploadedAt)]
);

/** Movements of the network's account, each once. What was set aside is forgotten after ninety days. */
export const bankEntries = pgTable(
	'bank_entries',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		key: text().notNull(),
		direction: text().$type<'credit' | 'debit'>().notNull(),
		cents: integer().notNull(),
		bookedOn: date('booked_on').notNull(),
		name: text(),
		purpose: text().notNull(),
		state: text().$type<words.EntryState>().notNull(),
		note: text(),
		decidedBy: person('decided_by'),
		decidedAt: moment('decided_at'),
		keepUntil: date('keep_until')
	},
	(t) => [unique().on(t.networkId, t.key), index().on(t.networkId, t.state)]
);

/** Money that came or went back. A mistake is taken back with who and why; the row stays. */
export const invoicePayments = pgTable(
	'invoice_payments',
	{
		id: uuid().primaryKey(),
		invoiceId: uuid('invoice_id')
			.notNull()
			.references(() => invoices.id, { onDelete: 'cascade' }),
		kind: text().$type<words.PaymentKind>().notNull(),
		cents: integer().notNull(),
		paidOn: date('paid_on').notNull(),
		source: text().$type<words.PaymentSource>().notNull(),
		entryId: uuid('entry_id').references(() => bankEntries.id, { onDelete: 'set null' }),
		/** The click of a form; the same click twice is one payment. */
		clickId: uuid('click_id').unique(),
		note: text(),
		reversedAt: moment('reversed_at'),
		reversedBy: person('reversed_by'),
		reversalReason: text('reversal_reason'),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index().on(t.invoiceId), unique().on(t.entryId, t.invoiceId)]
);

export const invoiceReminders = pgTable(
	'invoice_reminders',
	{
		id: uuid().primaryKey(),
		invoiceId: uuid('invoice_id')
			.notNull()
			.references(() => invoices.id, { onDelete: 'cascade' }),
		level: integer().notNull(),
		sentOn: date('sent_on').notNull(),
		dueOn: date('due_on').notNull(),
		openCents: integer('open_cents').notNull(),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [unique().on(t.invoiceId, t.level)]
);
