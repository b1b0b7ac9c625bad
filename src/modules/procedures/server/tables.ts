import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { people } from '#modules/people/server/tables.ts';
import { properties, units } from '#modules/properties/server/tables.ts';
import type { Evidence, Level } from '../criteria.ts';
import type { Frozen, Openness } from '../frozen.ts';
import type { Hours } from '../effort.ts';
import type { Answers } from '../preflight.ts';
import type * as words from '../procedure.ts';
import type { JurorKind, Role } from '../roles.ts';
import type { Timeline } from '../timeline.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });
const cents = (name: string) => bigint(name, { mode: 'number' });
const evidence = () =>
	text()
		.array()
		.$type<Evidence[]>()
		.notNull()
		.default(sql`'{}'`);
const ofProcedure = () =>
	uuid('procedure_id')
		.notNull()
		.references(() => procedures.id, { onDelete: 'cascade' });

/** A concept procedure for a house. Its words are the draft; what was published stands in `procedure_calls`. */
export const procedures = pgTable(
	'procedures',
	{
		id: uuid().primaryKey(),
		number: integer().notNull().unique().generatedAlwaysAsIdentity(),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		kind: text().$type<words.Kind>().notNull(),
		transfer: text().$type<words.Transfer>().notNull(),
		/** What the town wants to reach with the house. */
		goal: text().notNull().default(''),
		/** What whoever gets it has to know: terms, duties, what is left open. */
		terms: text().notNull().default(''),
		/** Where and how to hand in on paper, and who answers. */
		handIn: text('hand_in').notNull().default(''),
		priceRule: text('price_rule').$type<words.PriceRule>().notNull().default('fixed'),
		priceCents: cents('price_cents'),
		priceUnit: text('price_unit').$type<words.PriceUnit>().notNull().default('total'),
		/** The share of the price in tenths of a percent; nothing unless it is weighted. */
		priceShare: smallint('price_share').notNull().default(0),
		/** The offer that gets all points of the price. */
		priceFullCents: cents('price_full_cents'),
		termYears: smallint('term_years'),
		decidingBody: text('deciding_body').$type<words.DecidingBody>().notNull(),
		tieRule: text('tie_rule').$type<words.TieRule>().notNull(),
		/** The owner's word, where a town prepares for somebody else: who, when, how. */
		mandate: text(),
		timeline: jsonb().$type<Timeline>().notNull().default({}),
		preflight: jsonb().$type<Answers>().notNull().default({}),
		/** Hours that an office puts in place of our assumptions. */
		hours: jsonb().$type<Hours>().notNull().default({}),
		state: text().$type<words.State>().notNull().default('draft'),
		/** 2 once the second stage has begun. */
		round: smallint().notNull().default(1),
		/** Names stay hidden in the first reading. */
		isBlind: boolean('is_blind').notNull().default(false),
		/** What everybody will read of the result; fixed with the call. */
		openness: text().$type<Openness>().notNull().default('ranking'),
		/** The address word, from the first publication on. */
		slug: text().unique(),
		publishedAt: moment('published_at'),
		/** Until when concepts of this round come in, to the second. */
		deadline: moment('deadline'),
		/** The one that this one repeats. */
		repeats: uuid().references((): AnyPgColumn => procedures.id, { onDelete: 'set null' }),
		/** Counts the changes of this row; parts have counts of their own. */
		version: integer().notNull().default(1),
		isDemo: boolean('is_demo').notNull().default(false),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull(),
		updatedBy: person('updated_by'),
		updatedAt: moment('updated_at').notNull(),
		discardedAt: moment('discarded_at'),
		/** The private owner has said yes to the finished draft as it stands; gone when it goes back into work. */
		releasedAt: moment('released_at'),
		releasedBy: person('released_by')
	},
	(t) => [
		...[index().on(t.propertyId), index().on(t.updatedAt), index().on(t.createdBy), index().on(t.updatedBy), index().on(t.discardedAt)],
		...[index().on(t.repeats), index().on(t.state, t.deadline), index().on(t.releasedBy)]
	]
);

/** The units it is about; none means the whole house. */
export const procedureUnits = pgTable(
	'procedure_units',
	{
		procedureId: ofProcedure(),
		unitId: uuid('unit_id')
			.notNull()
			.references(() => units.id, { onDelete: 'cascade' })
	},
	(t) => [primaryKey({ columns: [t.procedureId, t.unitId] }), index().on(t.unitId)]
);

const stamp = () => ({
	version: integer().notNull().default(1),
	updatedBy: person('updated_by'),
	updatedAt: moment('updated_at').notNull()
});

/** The upper level of the tree: holds leaves, carries no weight. */
export const procedureAreas = pgTable(
	'procedure_areas',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		position: smallint().notNull(),
		title: text().notNull(),
		description: text().notNull().default(''),
		...stamp()
	},
	(t) => [index().on(t.procedureId), index().on(t.updatedBy)]
);

/** A criterion that is scored. */
export const procedureLeaves = pgTable(
	'procedure_leaves',
	{
		id: uuid().primaryKey(),
		areaId: uuid('area_id')
			.notNull()
			.references(() => procedureAreas.id, { onDelete: 'cascade' }),
		position: smallint().notNull(),
		title: text().notNull(),
		description: text().notNull().default(''),
		/** Tenths of a percent. */
		weight: smallint().notNull(),
		levels: jsonb().$type<Level[]>().notNull().default([]),
		evidence: evidence(),
		evidenceNote: text('evidence_note').notNull().default(''),
		...stamp()
	},
	(t) => [index().on(t.areaId), index().on(t.updatedBy)]
);

/** What has to be there, or a concept is not looked at. */
export const procedureEligibility = pgTable(
	'procedure_eligibility',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		position: smallint().notNull(),
		title: text().notNull(),
		description: text().notNull().default(''),
		evidence: evidence(),
		evidenceNote: text('evidence_note').notNull().default(''),
		...stamp()
	},
	(t) => [index().on(t.procedureId), index().on(t.updatedBy)]
);

/** Who does what; a person of the platform, or only a name. */
export const procedureMembers = pgTable(
	'procedure_members',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		role: text().$type<Role>().notNull(),
		jurorKind: text('juror_kind').$type<JurorKind>(),
		hasVote: boolean('has_vote').notNull().default(false),
		/** Holds a share of the key that opens what came in. */
		isOpener: boolean('is_opener').notNull().default(false),
		/** Without an account any more the place stays, if it was published: a trigger takes the name. */
		personId: uuid('person_id').references(() => people.id, { onDelete: 'set null' }),
		name: text().notNull(),
		email: text(),
		affiliation: text().notNull().default(''),
		deputyFor: uuid('deputy_for').references((): AnyPgColumn => procedureMembers.id, { onDelete: 'cascade' }),
		/** Whose place they took, once the call was published. */
		succeeds: uuid().references((): AnyPgColumn => procedureMembers.id, { onDelete: 'set null' }),
		createdAt: moment('created_at').notNull(),
		/** Not any more since then; what they did stays in the file. */
		leftAt: moment('left_at'),
		leftReason: text('left_reason')
	},
	(t) => [...[index().on(t.procedureId), index().on(t.personId), index().on(t.email), index().on(t.deputyFor)], index().on(t.succeeds)]
);

/** Somebody is asked to take part in what is published already; they are a member once they say yes. */
export const procedureNominations = pgTable(
	'procedure_nominations',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		role: text().$type<Role>().notNull(),
		jurorKind: text('juror_kind').$type<JurorKind>(),
		hasVote: boolean('has_vote').notNull().default(false),
		name: text().notNull(),
		/** Whoever signs in with it answers; gone once it is answered. */
		email: text().notNull(),
		affiliation: text().notNull().default(''),
		deputyFor: uuid('deputy_for').references(() => procedureMembers.id, { onDelete: 'cascade' }),
		succeeds: uuid().references(() => procedureMembers.id, { onDelete: 'cascade' }),
		reason: text().notNull(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull(),
		endedAt: moment('ended_at'),
		outcome: text({ enum: ['accepted', 'declined', 'withdrawn'] })
	},
	(t) => [...[index().on(t.procedureId), index().on(t.email), index().on(t.deputyFor), index().on(t.succeeds)], index().on(t.byPersonId)]
);

/** Invented concepts of the rehearsal. */
export const procedureTrials = pgTable(
	'procedure_trials',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		position: smallint().notNull(),
		name: text().notNull(),
		/** By the id of the leaf. */
		points: jsonb().$type<Record<string, number>>().notNull().default({}),
		offerCents: cents('offer_cents')
	},
	(t) => [index().on(t.procedureId)]
);

/** What is attached to the call: the resolution, a value report, plans. */
export const procedureFiles = pgTable(
	'procedure_files',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		kind: text({ enum: ['resolution', 'plan', 'report', 'form', 'other'] }).notNull(),
		/** What it is, in words: "Beschluss 34/2026 vom 17. September". */
		title: text().notNull(),
		key: text().notNull().unique(),
		contentType: text('content_type').notNull(),
		bytes: integer().notNull(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.procedureId), index().on(t.byPersonId)]
);

/** Every step: who, when, from where to where, and why. */
export const procedureSteps = pgTable(
	'procedure_steps',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		step: text().notNull(),
		from: text().notNull(),
		to: text().$type<words.State>().notNull(),
		reason: text(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.procedureId, t.at), index().on(t.byPersonId)]
);

/** What was published, each version whole: nothing of it is ever changed. */
export const procedureCalls = pgTable(
	'procedure_calls',
	{
		procedureId: ofProcedure(),
		/** From 1; every amendment is a version of its own. */
		version: smallint().notNull(),
		frozen: jsonb().$type<Frozen>().notNull(),
		/** SHA-256 of the canonical JSON (RFC 8785) of `frozen`. */
		hash: text().notNull(),
		/** Why it was amended. */
		reason: text(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.procedureId, t.version] }), index().on(t.byPersonId)]
);
