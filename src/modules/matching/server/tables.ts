import { sql } from 'drizzle-orm';
import {
	boolean,
	customType,
	date,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	smallint,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from '#modules/people/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import type { CriterionResult, MatchState } from '../match.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const box = customType<{ data: string }>({ dataType: () => 'box' });

/** The weights of each version of the algorithm, with the reason for the change. The newest version counts. */
export const matchWeights = pgTable('match_weights', {
	version: integer().primaryKey(),
	weights: jsonb().$type<Record<string, number>>().notNull(),
	reason: text().notNull(),
	createdAt: moment('created_at').notNull()
});

/** A computed pair. It belongs to the property: what people began survives the day on which the space is no longer public. `unitId` null: the whole space. A match that a person acted on is never deleted. */
export const matches = pgTable(
	'matches',
	{
		id: uuid().primaryKey(),
		spaceId: uuid('space_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		unitId: uuid('unit_id'),
		requestId: uuid('request_id')
			.notNull()
			.references(() => spaceRequests.id, { onDelete: 'cascade' }),
		score: smallint().notNull(),
		reliability: smallint().notNull(),
		criteria: jsonb().$type<CriterionResult[]>().notNull(),
		nextQuestion: text('next_question'),
		algorithmVersion: integer('algorithm_version')
			.notNull()
			.references(() => matchWeights.version),
		computedAt: moment('computed_at').notNull(),
		state: text().$type<MatchState>().notNull().default('suggested'),
		seekerInterestedAt: moment('seeker_interested_at'),
		providerInterestedAt: moment('provider_interested_at'),
		mutualAt: moment('mutual_at'),
		contactReleasedAt: moment('contact_released_at'),
		closedAt: moment('closed_at'),
		closedReason: text('closed_reason')
	},
	(t) => [uniqueIndex().on(t.spaceId, t.requestId), index().on(t.requestId, t.score), index().on(t.spaceId, t.score)]
);

/** What somebody keeps an eye on. */
export const watchItems = pgTable(
	'watch_items',
	{
		id: uuid().primaryKey(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		kind: text({ enum: ['space', 'request', 'search'] }).notNull(),
		subjectId: text('subject_id').notNull(),
		label: text().notNull(),
		createdAt: moment('created_at').notNull()
	},
	(t) => [uniqueIndex().on(t.personId, t.kind, t.subjectId)]
);

/**
 * What matching counts of a public space, in a hundred bytes: the search looks at these and reads only the best in full. Triggers keep it (see the
 * migration `match_cards`). Lists are bits and words are numbers by their place in the vocabulary; bit or number 0 is a word that the database
 * does not know yet. With several parts (`many`) each column tells the best of them.
 */
export const spaceCards = pgTable(
	'space_cards',
	{
		spaceId: uuid('space_id').primaryKey(),
		ags: text().notNull(),
		/** A tenth of a degree each way; null when the place is hidden. */
		cell: integer(),
		lat: doublePrecision(),
		lon: doublePrecision(),
		uses: integer().notNull(),
		allowed: integer().notNull(),
		excluded: integer().notNull(),
		modes: integer().notNull(),
		goals: integer().notNull(),
		many: boolean().notNull(),
		least: doublePrecision(),
		most: doublePrecision(),
		monthly: doublePrecision(),
		purchase: doublePrecision(),
		availableFrom: date('available_from'),
		availability: smallint().notNull(),
		condition: smallint().notNull(),
		heritage: smallint().notNull(),
		accessibility: smallint().notNull(),
		publicAccess: smallint('public_access').notNull(),
		setting: smallint().notNull()
	},
	// and by cell with everything in it, see the migration
	(t) => [index().on(t.ags), index('space_cards_uses').using('gin', sql`match_list(${t.uses})`, sql`match_list(${t.modes})`)]
);

/** The same of a request that is open to municipalities. `reach` is the box around twice its circle; null without a circle. */
export const requestCards = pgTable(
	'request_cards',
	{
		requestId: uuid('request_id').primaryKey(),
		uses: integer().notNull(),
		usesSought: smallint('uses_sought').notNull(),
		towns: text().array().notNull(),
		lat: doublePrecision(),
		lon: doublePrecision(),
		radius: doublePrecision(),
		reach: box(),
		regionIsHard: boolean('region_is_hard').notNull(),
		least: doublePrecision(),
		most: doublePrecision(),
		areaIsHard: boolean('area_is_hard').notNull(),
		monthly: doublePrecision(),
		purchase: doublePrecision(),
		modes: integer().notNull(),
		modesAreHard: boolean('modes_are_hard').notNull(),
		conditions: integer().notNull(),
		selfHelp: smallint('self_help').notNull(),
		goods: integer().notNull(),
		goodsBrought: smallint('goods_brought').notNull(),
		hasTime: boolean('has_time').notNull(),
		interimOk: boolean('interim_ok').notNull(),
		latest: date(),
		accessibilityRequired: boolean('accessibility_required').notNull(),
		publicAccessNeeded: boolean('public_access_needed').notNull(),
		settings: integer().notNull(),
		noHeritage: boolean('no_heritage').notNull(),
		shares: boolean().notNull(),
		/** Which criteria count, a bit for each in the order of `criterionIds`; the bit behind them says that a word here is new. */
		counted: integer()
			.notNull()
			.generatedAlwaysAs(
				sql`(uses_sought > 0)::int | ((lat is not null or cardinality(towns) > 0)::int << 1) | ((least is not null or most is not null)::int << 2)
				| ((monthly is not null or purchase is not null)::int << 3) | ((modes <> 0)::int << 4) | ((conditions <> 0)::int << 5)
				| ((goods_brought > 0)::int << 6) | (has_time::int << 7) | (accessibility_required::int << 8) | (public_access_needed::int << 9)
				| ((settings <> 0)::int << 10) | (no_heritage::int << 11) | (shares::int << 12)
				| (((uses | modes | conditions | goods | settings) & 1 <> 0 or self_help = 0)::int << 13)`
			)
	},
	(t) => [
		index().using('gist', t.reach),
		index().using('gin', t.towns),
		index().on(t.counted)
		// and those that look anywhere by what counts, with everything in it, see the migration `counted_criteria`
	]
);
