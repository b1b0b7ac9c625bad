import { sql } from 'drizzle-orm';
import { bigint, boolean, date, index, integer, jsonb, pgTable, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { concepts } from '#modules/concepts/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { places } from '#modules/places/server/tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { properties, units } from '#modules/properties/server/tables.ts';
import { stories } from '#modules/stories/server/tables.ts';
import type { Level, LevelDays, State as MilestoneState } from '../milestone.ts';
import type { ContractKind, State, Step } from '../option.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });
const ofOption = () =>
	uuid('option_id')
		.notNull()
		.references(() => options.id, { onDelete: 'cascade' });

/** A house for one, for a time. What follows from it (contract, works, use) stands in the same row. Days are local. */
export const options = pgTable(
	'options',
	{
		id: uuid().primaryKey(),
		procedureId: uuid('procedure_id')
			.notNull()
			.references(() => procedures.id, { onDelete: 'cascade' }),
		/** From 1; 2 once somebody moved up. */
		turn: smallint().notNull(),
		conceptId: uuid('concept_id')
			.notNull()
			.references(() => concepts.id, { onDelete: 'cascade' }),
		/** As the concept says it. */
		holderName: text('holder_name').notNull(),
		state: text().$type<State>().notNull().default('active'),
		startsOn: date('starts_on').notNull(),
		/** The last day. */
		endsOn: date('ends_on').notNull(),
		feeCents: bigint('fee_cents', { mode: 'number' }),
		/** The fee counts towards the price. */
		feeIsCredited: boolean('fee_is_credited').notNull().default(false),
		terms: text().notNull().default(''),
		mostExtensions: smallint('most_extensions').notNull().default(1),
		extensionCount: smallint('extension_count').notNull().default(0),
		levels: jsonb().$type<LevelDays>().notNull(),
		/** How many warnings about the end the office had. */
		warned: smallint().notNull().default(0),
		version: integer().notNull().default(1),
		grantedBy: person('granted_by'),
		grantedAt: moment('granted_at').notNull(),
		/** What the group said when it wanted out; the office confirms it. */
		returnReason: text('return_reason'),
		returnDeclaredBy: person('return_declared_by'),
		returnDeclaredAt: moment('return_declared_at'),
		endReason: text('end_reason'),
		endedBy: person('ended_by'),
		endedAt: moment('ended_at'),
		contractOn: date('contract_on'),
		contractKind: text('contract_kind').$type<ContractKind>(),
		/** Key of the contract in the store; it is shown to the office alone. */
		documentKey: text('document_key').unique(),
		documentType: text('document_type'),
		worksOn: date('works_on'),
		usedOn: date('used_on'),
		/** What the house became. */
		placeId: uuid('place_id').references(() => places.id, { onDelete: 'set null' }),
		toldAt: moment('told_at'),
		/** What the office tells of it. */
		storyId: uuid('story_id').references(() => stories.id, { onDelete: 'set null' })
	},
	(t) => [
		uniqueIndex('options_turn_once').on(t.procedureId, t.turn),
		uniqueIndex('options_concept_once').on(t.conceptId),
		uniqueIndex('options_one_holder')
			.on(t.procedureId)
			.where(sql`state in ('active', 'extended', 'fulfilled')`),
		...[
			index().on(t.state, t.endsOn),
			index().on(t.placeId),
			index().on(t.storyId),
			index().on(t.grantedBy),
			index().on(t.returnDeclaredBy),
			index().on(t.endedBy)
		]
	]
);

/**
 * What is held: a row per unit, or one without a unit for the whole house. Indexes and an exclusion (see the migration) see to it that a unit
 * has one holder, a house has one, and that a house is not held as a whole and in parts.
 */
export const optionHolds = pgTable(
	'option_holds',
	{
		id: uuid().primaryKey(),
		optionId: ofOption(),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		unitId: uuid('unit_id').references(() => units.id, { onDelete: 'cascade' }),
		/** Free again, or in use: then the register says by whom. */
		endedAt: moment('ended_at')
	},
	(t) => [
		index().on(t.optionId),
		index().on(t.propertyId),
		uniqueIndex('option_holds_one_per_unit')
			.on(t.unitId)
			.where(sql`ended_at is null and unit_id is not null`),
		uniqueIndex('option_holds_one_per_house')
			.on(t.propertyId)
			.where(sql`ended_at is null and unit_id is null`)
	]
);

export const optionMilestones = pgTable(
	'option_milestones',
	{
		id: uuid().primaryKey(),
		optionId: ofOption(),
		title: text().notNull(),
		description: text().notNull().default(''),
		/** Where a proposal comes from. */
		source: text().notNull().default(''),
		dueOn: date('due_on').notNull(),
		state: text().$type<MilestoneState>().notNull().default('planned'),
		/** What is still missing, or why it was opened again. */
		reason: text(),
		reportedAt: moment('reported_at'),
		decidedBy: person('decided_by'),
		decidedAt: moment('decided_at'),
		/** The furthest level told for this date. */
		level: text().$type<Level>(),
		version: integer().notNull().default(1)
	},
	(t) => [index().on(t.optionId, t.dueOn), index().on(t.state, t.dueOn), index().on(t.decidedBy)]
);

/** What the group says of how far it is: to a milestone, or in between. */
export const optionReports = pgTable(
	'option_reports',
	{
		id: uuid().primaryKey(),
		optionId: ofOption(),
		milestoneId: uuid('milestone_id').references(() => optionMilestones.id, { onDelete: 'set null' }),
		text: text().notNull(),
		photoKey: text('photo_key').unique(),
		via: text({ enum: ['link', 'account'] }).notNull(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull(),
		/** When text and photo go: set at the end of the option. */
		forgetAt: moment('forget_at')
	},
	(t) => [index().on(t.optionId, t.at), index().on(t.milestoneId), index().on(t.byPersonId), index().on(t.forgetAt)]
);

/** A talk about how far things are, planned or held. Both sides read the note. */
export const optionTalks = pgTable(
	'option_talks',
	{
		id: uuid().primaryKey(),
		optionId: ofOption(),
		on: date('on').notNull(),
		note: text().notNull().default(''),
		isHeld: boolean('is_held').notNull().default(false),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull(),
		forgetAt: moment('forget_at')
	},
	(t) => [index().on(t.optionId, t.on), index().on(t.byPersonId), index().on(t.forgetAt)]
);

/** A period in which something is to be put right; until it is over nothing lapses. */
export const optionRemedies = pgTable(
	'option_remedies',
	{
		id: uuid().primaryKey(),
		optionId: ofOption(),
		what: text().notNull(),
		until: date('until').notNull(),
		state: text({ enum: ['open', 'met', 'failed'] })
			.notNull()
			.default('open'),
		/** The office heard that it is over. */
		toldAt: moment('told_at'),
		setBy: person('set_by'),
		setAt: moment('set_at').notNull(),
		closedBy: person('closed_by'),
		closedAt: moment('closed_at')
	},
	(t) => [index().on(t.optionId, t.until), index().on(t.state, t.until), index().on(t.setBy), index().on(t.closedBy)]
);

/** Every step: who, when, why. */
export const optionSteps = pgTable(
	'option_steps',
	{
		id: uuid().primaryKey(),
		optionId: ofOption(),
		step: text().$type<Step | 'grant' | 'build' | 'use' | 'cancel'>().notNull(),
		/** The last day from here on, where it changed. */
		endsOn: date('ends_on'),
		reason: text(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.optionId, t.at), index().on(t.byPersonId)]
);
