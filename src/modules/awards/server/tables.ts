import {
	boolean,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Letter } from '#lib/server/pdf/blocks.ts';
import { concepts } from '#modules/concepts/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import type { NextStep, ObjectionEffect, ObjectionState, Outcome } from '../award.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });
const ofProcedure = () =>
	uuid('procedure_id')
		.notNull()
		.references(() => procedures.id, { onDelete: 'cascade' });
const ofConcept = () =>
	uuid('concept_id')
		.notNull()
		.references(() => concepts.id, { onDelete: 'cascade' });

/** One award per procedure: recommendation, decision, standstill. */
export const awards = pgTable(
	'awards',
	{
		procedureId: ofProcedure().primaryKey(),
		/** What the jury recommends, in words. */
		recommendation: text().notNull().default(''),
		/** What some of the jury saw differently. */
		dissent: text().notNull().default(''),
		recommendedBy: person('recommended_by'),
		recommendedAt: moment('recommended_at'),
		/** The body, as it called itself: "Stadtverordnetenversammlung". */
		body: text(),
		decidedOn: date('decided_on'),
		/** Why, in words that go to everybody. */
		reasons: text().notNull().default(''),
		/** Why the body departs from the order, or chose among equals. */
		deviation: text().notNull().default(''),
		votesFor: smallint('votes_for'),
		votesAgainst: smallint('votes_against'),
		abstentions: smallint(),
		/** Key of the resolution in the store. */
		documentKey: text('document_key').unique(),
		/** Nobody got it. */
		isNone: boolean('is_none').notNull().default(false),
		/** How it goes on after an expression of interest. */
		next: text().$type<NextStep>(),
		version: integer().notNull().default(1),
		decidedBy: person('decided_by'),
		decidedAt: moment('decided_at'),
		/** Nothing is signed before; later while an objection is open. */
		standstillUntil: moment('standstill_until')
	},
	(t) => [index().on(t.decidedBy), index().on(t.recommendedBy)]
);

/** What became of each concept; fixed with the recommendation, told with the decision. */
export const awardPlaces = pgTable(
	'award_places',
	{
		procedureId: ofProcedure(),
		conceptId: ofConcept(),
		/** Equal ones share a rank; nothing for whoever was excluded. */
		rank: smallint(),
		outcome: text().$type<Outcome>().notNull(),
		/** Hundredths of 100. */
		points: integer(),
		/** Hundredths that each leaf gave, by its id; `price` for the price. */
		parts: jsonb().$type<Record<string, number>>().notNull().default({}),
		/** What this group hears: why. */
		reason: text().notNull().default('')
	},
	(t) => [primaryKey({ columns: [t.procedureId, t.conceptId] }), index().on(t.conceptId)]
);

/** Every decision whole, the first and those after an objection: nothing of it is ever changed. `awards` holds the one in force. */
export const awardDecisions = pgTable(
	'award_decisions',
	{
		procedureId: ofProcedure(),
		/** From 1. */
		number: smallint().notNull(),
		body: text().notNull(),
		decidedOn: date('decided_on').notNull(),
		reasons: text().notNull(),
		deviation: text().notNull(),
		votesFor: smallint('votes_for'),
		votesAgainst: smallint('votes_against'),
		abstentions: smallint(),
		/** The resolution in the store, and the SHA-256 of what lies there. */
		documentKey: text('document_key').unique(),
		documentHash: text('document_hash'),
		isNone: boolean('is_none').notNull().default(false),
		places: jsonb().$type<{ conceptId: string; rank: number | null; outcome: Outcome }[]>().notNull(),
		decidedBy: person('decided_by'),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.procedureId, t.number] }), index().on(t.decidedBy)]
);

/** A letter as it was sent: nothing of it is ever changed. */
export const awardLetters = pgTable(
	'award_letters',
	{
		procedureId: ofProcedure(),
		/** The decision that it tells of. */
		decision: smallint().notNull(),
		conceptId: ofConcept(),
		letter: jsonb().$type<Letter>().notNull(),
		/** SHA-256 of its canonical JSON, as committed to in the record. */
		hash: text().notNull(),
		sentAt: moment('sent_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.procedureId, t.decision, t.conceptId] }), index().on(t.conceptId)]
);

/** A drawing of lots: what it is about is fixed first, the word of those present comes afterwards. */
export const awardLots = pgTable(
	'award_lots',
	{
		procedureId: ofProcedure().primaryKey(),
		/** Ids of concepts that share a rank, group by group. */
		groups: jsonb().$type<string[][]>().notNull(),
		/** Hash of the entry with which it was announced. */
		announced: text().notNull(),
		announcedBy: person('announced_by'),
		announcedAt: moment('announced_at').notNull(),
		/** What was called out in the open. */
		word: text(),
		/** All ids in the order drawn, group by group. */
		drawn: jsonb().$type<string[][]>(),
		drawnBy: person('drawn_by'),
		drawnAt: moment('drawn_at')
	},
	(t) => [index().on(t.announcedBy), index().on(t.drawnBy)]
);

/** What somebody who handed in holds against the decision, and the answer. */
export const awardObjections = pgTable(
	'award_objections',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		conceptId: ofConcept(),
		/** From 1 in each procedure. */
		number: smallint().notNull(),
		state: text().$type<ObjectionState>().notNull().default('raised'),
		text: text().notNull(),
		raisedBy: person('raised_by'),
		raisedAt: moment('raised_at').notNull(),
		answer: text().notNull().default(''),
		/** What an accepted one leads to. */
		effect: text().$type<ObjectionEffect>(),
		answeredBy: person('answered_by'),
		answeredAt: moment('answered_at')
	},
	(t) => [
		...[uniqueIndex().on(t.procedureId, t.number), index().on(t.procedureId, t.state), index().on(t.conceptId)],
		...[index().on(t.raisedBy), index().on(t.answeredBy)]
	]
);
