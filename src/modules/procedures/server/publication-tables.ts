import { boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { DateState, GuestState } from '#lib/guests.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { AmendmentDraft } from '../amendment.ts';
import type { Kind, State } from '../procedure.ts';
import type { PublicCall } from '../public-call.ts';
import { procedures } from './tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });
const ofProcedure = () =>
	uuid('procedure_id')
		.notNull()
		.references(() => procedures.id, { onDelete: 'cascade' });

/** What everybody may know of a published procedure, and nothing else. Public reads ask for `shownPage`. */
export const procedurePages = pgTable(
	'procedure_pages',
	{
		procedureId: uuid('procedure_id')
			.primaryKey()
			.references(() => procedures.id, { onDelete: 'cascade' }),
		slug: text().notNull().unique(),
		number: integer().notNull(),
		title: text().notNull(),
		kind: text().$type<Kind>().notNull(),
		state: text().$type<State>().notNull(),
		round: smallint().notNull(),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		ags: text()
			.notNull()
			.references(() => municipalities.ags),
		stateCode: text('state_code').notNull(),
		town: text().notNull(),
		townSlug: text('town_slug').notNull(),
		deadline: moment('deadline').notNull(),
		/** The version of the call that is in force, and its hash. */
		version: smallint().notNull(),
		hash: text().notNull(),
		content: jsonb().$type<PublicCall>().notNull(),
		isDemo: boolean('is_demo').notNull(),
		/** The operator withholds it: nobody sees it, and what happens to it goes on. */
		withheldAt: moment('withheld_at'),
		publishedAt: moment('published_at').notNull(),
		changedAt: moment('changed_at').notNull()
	},
	(t) => [
		...[index().on(t.state, t.deadline), index().on(t.ags, t.publishedAt), index().on(t.stateCode), index().on(t.propertyId)],
		index().on(t.publishedAt, t.procedureId)
	]
);

/** Who hears of amendments, answers and dates. */
export const procedureFollowers = pgTable(
	'procedure_followers',
	{
		procedureId: ofProcedure(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		since: moment('since').notNull()
	},
	(t) => [primaryKey({ columns: [t.procedureId, t.personId] }), index().on(t.personId)]
);

/** A question to a call. `text` is what somebody wrote, `wording` and `answer` are what everybody will read. */
export const procedureQuestions = pgTable(
	'procedure_questions',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		/** From 1, in the order of publication. */
		number: smallint(),
		personId: person('person_id'),
		text: text().notNull(),
		askedAt: moment('asked_at').notNull(),
		wording: text().notNull().default(''),
		answer: text().notNull().default(''),
		answeredBy: person('answered_by'),
		publishedAt: moment('published_at'),
		/** Set aside: whoever asked reads why, nobody else. */
		asideReason: text('aside_reason'),
		asideAt: moment('aside_at')
	},
	(t) => [
		...[index().on(t.procedureId, t.askedAt), index().on(t.personId), index().on(t.answeredBy)],
		uniqueIndex('procedure_questions_number').on(t.procedureId, t.number)
	]
);

/** A date to see the house, with places. */
export const procedureViewings = pgTable(
	'procedure_viewings',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		startsAt: moment('starts_at').notNull(),
		endsAt: moment('ends_at').notNull(),
		/** Where to meet, as everybody reads it. */
		place: text().notNull(),
		/** What only those who signed up read: how to find the door. */
		guestNote: text('guest_note').notNull().default(''),
		/** Null: as many as want to. */
		capacity: smallint(),
		state: text().$type<DateState>().notNull().default('planned'),
		cancelReason: text('cancel_reason'),
		/** Grows with every change, for calendars. */
		sequence: integer().notNull().default(0),
		remindedAt: moment('reminded_at'),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.procedureId, t.startsAt), index().on(t.startsAt), index().on(t.createdBy)]
);

/** Who comes. The office reads name and address until ninety days after the date. */
export const procedureGuests = pgTable(
	'procedure_guests',
	{
		id: uuid().primaryKey(),
		viewingId: uuid('viewing_id')
			.notNull()
			.references(() => procedureViewings.id, { onDelete: 'cascade' }),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		people: smallint().notNull(),
		state: text().$type<GuestState>().notNull(),
		at: moment('at').notNull(),
		/** When the entry goes. */
		forgetAt: moment('forget_at').notNull()
	},
	(t) => [uniqueIndex('procedure_guests_once').on(t.viewingId, t.personId), index().on(t.personId), index().on(t.forgetAt)]
);

/** An amendment in work: begins from the call in force, nobody but the office sees it. */
export const procedureAmendments = pgTable(
	'procedure_amendments',
	{
		procedureId: uuid('procedure_id')
			.primaryKey()
			.references(() => procedures.id, { onDelete: 'cascade' }),
		/** The version of the call from which it begins. */
		basedOn: smallint('based_on').notNull(),
		draft: jsonb().$type<AmendmentDraft>().notNull(),
		/** Counts the changes of the draft. */
		version: integer().notNull().default(1),
		updatedBy: person('updated_by'),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.updatedBy)]
);
