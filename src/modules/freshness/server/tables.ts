import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { organisations } from '#modules/organisations/server/tables.ts';
import { owners } from '#modules/owners/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { reports } from '#modules/reports/server/tables.ts';
import type { AskedAs, EntryKind, FreshAnswer, Rules, Step } from '../freshness.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Every version of the rules, with the reason for the change. The newest counts. */
export const freshnessRules = pgTable('freshness_rules', {
	version: integer().primaryKey(),
	rules: jsonb().$type<Rules>().notNull(),
	reason: text().notNull(),
	createdAt: moment('created_at').notNull()
});

/** The clock of everything that is offered or sought. Triggers keep it (see the migration `freshness`): a confirmation starts it anew, what is no longer offered has none. */
export const freshnessEntries = pgTable(
	'freshness_entries',
	{
		kind: text().$type<EntryKind>().notNull(),
		entryId: uuid('entry_id').notNull(),
		/** The municipality of a house. */
		ags: text(),
		since: moment('since').notNull(),
		intervalDays: integer('interval_days').notNull(),
		step: text().$type<Step>().notNull().default('current'),
		askedAt: moment('asked_at'),
		asks: smallint().notNull().default(0),
		reached: smallint().notNull().default(0),
		/** When the daily run looks at it next; null when nothing follows. */
		nextAt: moment('next_at')
	},
	(t) => [
		primaryKey({ columns: [t.kind, t.entryId] }),
		index('freshness_entries_due')
			.on(t.nextAt, t.kind, t.entryId)
			.where(sql`${t.nextAt} is not null`),
		index().on(t.ags, t.step)
	]
);

/** Who was asked about which entry when, and what they said. `subject`: what was sent together, one question or many. */
export const freshnessAsks = pgTable(
	'freshness_asks',
	{
		id: uuid().primaryKey(),
		kind: text().$type<EntryKind>().notNull(),
		entryId: uuid('entry_id').notNull(),
		askedAs: text('asked_as').$type<AskedAs>().notNull().default('contact'),
		/** Owners of the register and whoever reported are asked by mail; their address stays where it is kept. */
		ownerId: uuid('owner_id').references(() => owners.id, { onDelete: 'set null' }),
		reportId: uuid('report_id').references(() => reports.id, { onDelete: 'set null' }),
		/** Null with an address: somebody without an account. */
		personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
		email: text(),
		organisationId: uuid('organisation_id').references(() => organisations.id, { onDelete: 'set null' }),
		subject: text().notNull(),
		/** Interval and step at the question: from them the next interval follows. */
		intervalDays: integer('interval_days').notNull(),
		step: text().$type<Step>().notNull(),
		askedAt: moment('asked_at').notNull(),
		remindedAt: moment('reminded_at'),
		answer: text().$type<FreshAnswer>(),
		words: text(),
		answeredAt: moment('answered_at'),
		answeredBy: uuid('answered_by').references(() => people.id, { onDelete: 'set null' }),
		decision: text({ enum: ['archived', 'kept'] }),
		decidedAt: moment('decided_at'),
		decidedBy: uuid('decided_by').references(() => people.id, { onDelete: 'set null' })
	},
	(t) => [
		index().on(t.kind, t.entryId, t.askedAt),
		index().on(t.subject),
		index().on(t.personId),
		index().on(t.ownerId),
		index().on(t.reportId),
		// no row ties an owner to a person of this platform
		check(
			'freshness_asks_owner_is_nobody',
			sql`${t.ownerId} is null or (${t.personId} is null and ${t.answeredBy} is null and ${t.email} is null)`
		),
		index('freshness_asks_undecided')
			.on(t.entryId)
			.where(sql`${t.answer} = 'gone' and ${t.decidedAt} is null`)
	]
);
