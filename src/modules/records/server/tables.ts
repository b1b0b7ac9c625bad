import { date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Chain, Facts } from '../entry.ts';
import type { Step } from '../head.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** One chain of one procedure: how far it is. Its row is held while an entry is appended. */
export const recordChains = pgTable(
	'record_chains',
	{
		recordId: uuid('record_id').notNull(),
		chain: text().$type<Chain>().notNull(),
		length: integer().notNull().default(0),
		/** Hash of the last entry. */
		head: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.recordId, t.chain] })]
);

/** Nothing here is ever changed or taken away. */
export const recordEntries = pgTable(
	'record_entries',
	{
		recordId: uuid('record_id').notNull(),
		chain: text().$type<Chain>().notNull(),
		seq: integer().notNull(),
		prev: text().notNull(),
		at: moment('at').notNull(),
		kind: text().notNull(),
		facts: jsonb().$type<Facts>().notNull(),
		commitments: jsonb().$type<Record<string, string>>().notNull(),
		hash: text().notNull().unique(),
		signature: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.recordId, t.chain, t.seq] })]
);

/** What the commitments are about, with its salt. May be forgotten without breaking a chain. */
export const recordSecrets = pgTable(
	'record_secrets',
	{
		id: uuid().primaryKey(),
		recordId: uuid('record_id').notNull(),
		chain: text().$type<Chain>().notNull(),
		seq: integer().notNull(),
		name: text().notNull(),
		salt: text().notNull(),
		value: jsonb().notNull(),
		/** Its age is counted from here. */
		at: moment('at').notNull().defaultNow()
	},
	(t) => [index().on(t.recordId, t.chain, t.seq)]
);

/** One head for every day. Nothing here is ever changed or taken away. */
export const recordHeads = pgTable('record_heads', {
	/** In Germany. */
	day: date().primaryKey(),
	prev: text().notNull().unique(),
	root: text().notNull(),
	records: integer().notNull(),
	at: moment('at').notNull(),
	hash: text().notNull().unique(),
	signature: text().notNull()
});

/** The installation signs with another key since then. Nothing here is ever changed or taken away. */
export const recordKeyChanges = pgTable('record_key_changes', {
	/** From 1, without gaps. */
	seq: integer().primaryKey(),
	/** Public halves. */
	from: text().notNull().unique(),
	to: text().notNull().unique(),
	/** The last head that the old key signed; 64 zeros where there was none. */
	head: text().notNull(),
	at: moment('at').notNull(),
	reason: text().notNull(),
	hash: text().notNull().unique(),
	/** By the old key. */
	signature: text().notNull(),
	/** By the new one. */
	accepted: text().notNull()
});

/** How far each record was when the head of a day was made, with the way to its root. */
export const recordLeaves = pgTable(
	'record_leaves',
	{
		day: date()
			.notNull()
			.references(() => recordHeads.day),
		recordId: uuid('record_id').notNull(),
		mainLength: integer('main_length').notNull(),
		mainHead: text('main_head').notNull(),
		/** What everybody may see of the box: a commitment, every day with another salt. */
		box: text().notNull(),
		boxLength: integer('box_length').notNull(),
		boxHead: text('box_head').notNull(),
		boxSalt: text('box_salt').notNull(),
		path: jsonb().$type<Step[]>().notNull()
	},
	(t) => [primaryKey({ columns: [t.recordId, t.day] }), index().on(t.day)]
);
