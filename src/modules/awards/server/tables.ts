import { date, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { concepts } from '#modules/concepts/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import type { Outcome } from '../award.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });

/** One award per procedure: recommendation, decision, standstill. */
export const awards = pgTable(
	'awards',
	{
		procedureId: uuid('procedure_id')
			.primaryKey()
			.references(() => procedures.id, { onDelete: 'cascade' }),
		/** What the jury recommends, in words. */
		recommendation: text().notNull().default(''),
		recommendedAt: moment('recommended_at'),
		/** The body, as it called itself: "Stadtverordnetenversammlung". */
		body: text(),
		decidedOn: date('decided_on'),
		/** Why, in words that go to everybody. */
		reasons: text().notNull().default(''),
		votesFor: smallint('votes_for'),
		votesAgainst: smallint('votes_against'),
		abstentions: smallint(),
		/** Key of the resolution in the store. */
		documentKey: text('document_key').unique(),
		version: integer().notNull().default(1),
		decidedBy: person('decided_by'),
		decidedAt: moment('decided_at'),
		/** Nothing is signed before. */
		standstillUntil: moment('standstill_until')
	},
	(t) => [index().on(t.decidedBy)]
);

/** What became of each concept. */
export const awardPlaces = pgTable(
	'award_places',
	{
		procedureId: uuid('procedure_id')
			.notNull()
			.references(() => procedures.id, { onDelete: 'cascade' }),
		conceptId: uuid('concept_id')
			.notNull()
			.references(() => concepts.id, { onDelete: 'cascade' }),
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
