import { index, integer, pgTable, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from '#modules/people/server/tables.ts';
import type { SealKind } from '../seal.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** One sealed box of one round of a procedure. */
export const seals = pgTable(
	'seals',
	{
		id: uuid().primaryKey(),
		/** The procedure. */
		subjectId: uuid('subject_id').notNull(),
		round: integer().notNull().default(1),
		kind: text().$type<SealKind>().notNull(),
		/** The public half (age1…): anybody may put something in. */
		recipient: text().notNull(),
		/** Nobody opens it before; null where another act has to come first. */
		opensAt: moment('opens_at'),
		createdAt: moment('created_at').notNull(),
		/** The private half, put together by the openers; nothing before. */
		identity: text(),
		openedAt: moment('opened_at')
	},
	(t) => [uniqueIndex().on(t.subjectId, t.round, t.kind)]
);

/** A share of the private half, encrypted for one opener. */
export const sealShares = pgTable(
	'seal_shares',
	{
		id: uuid().primaryKey(),
		sealId: uuid('seal_id')
			.notNull()
			.references(() => seals.id, { onDelete: 'cascade' }),
		personId: uuid('person_id').references(() => people.id, { onDelete: 'set null' }),
		/** The opener's public key. */
		recipient: text().notNull(),
		/** age, base64. */
		share: text().notNull(),
		/** Where two openers passed it on: what the second one gave to it. age, base64. */
		rest: text(),
		/** At which place of the line it lies: no secret, and never twice in a seal. */
		point: smallint(),
		/** What the opener handed over, base64: kept until the second one comes, then cleared. */
		handed: text(),
		handedAt: moment('handed_at')
	},
	(t) => [uniqueIndex().on(t.sealId, t.personId), index().on(t.personId)]
);

/** What the first of two openers gave for somebody who has no share yet. It says nothing without what the second one gives. */
export const sealPasses = pgTable(
	'seal_passes',
	{
		id: uuid().primaryKey(),
		sealId: uuid('seal_id')
			.notNull()
			.references(() => seals.id, { onDelete: 'cascade' }),
		fromPersonId: uuid('from_person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		toPersonId: uuid('to_person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** The public key of whoever it is for. */
		recipient: text().notNull(),
		/** The share under a mask, for whoever it is for. age, base64. */
		part: text().notNull(),
		/** The mask, for each of the other openers. age, base64. */
		mask: text().notNull(),
		point: smallint().notNull(),
		at: moment('at').notNull()
	},
	(t) => [uniqueIndex().on(t.sealId, t.toPersonId), index().on(t.fromPersonId), index().on(t.toPersonId)]
);

/** The public key of an opener for one procedure; the private one is theirs alone. */
export const openerKeys = pgTable(
	'opener_keys',
	{
		id: uuid().primaryKey(),
		subjectId: uuid('subject_id').notNull(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		recipient: text().notNull(),
		createdAt: moment('created_at').notNull(),
		/** When its opener showed that they have the private half. */
		triedAt: moment('tried_at')
	},
	(t) => [uniqueIndex().on(t.subjectId, t.personId), index().on(t.personId)]
);
