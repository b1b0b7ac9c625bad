import { date, doublePrecision, index, pgTable, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { cases, viewings } from '#modules/cases/server/case-tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { Consent, InterestState, Rating } from '../stop.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A viewing that leads over several houses. Date, place, guests and waiting list are the viewing's. */
export const tours = pgTable(
	'tours',
	{
		viewingId: uuid('viewing_id')
			.primaryKey()
			.references(() => viewings.id, { onDelete: 'cascade' }),
		/** Who leads it, as everybody reads it. */
		guides: text().notNull().default(''),
		/** Who came without having signed up. */
		walkIns: smallint('walk_ins').notNull().default(0),
		/** What the office learned from it; nobody else reads it. */
		lesson: text().notNull().default(''),
		createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index().on(t.createdBy)]
);

/** Where it stops: a house of the register, or a place with a name of its own. */
export const tourStops = pgTable(
	'tour_stops',
	{
		id: uuid().primaryKey(),
		viewingId: uuid('viewing_id')
			.notNull()
			.references(() => tours.viewingId, { onDelete: 'cascade' }),
		position: smallint().notNull(),
		propertyId: uuid('property_id').references(() => properties.id, { onDelete: 'cascade' }),
		/** Of a stop that is no house; its place is for everybody to see. */
		title: text(),
		lat: doublePrecision(),
		lon: doublePrecision(),
		minutes: smallint().notNull(),
		/** What everybody reads, what those who signed up read besides, and what only the office reads. */
		publicWords: text('public_words').notNull().default(''),
		guestWords: text('guest_words').notNull().default(''),
		internalNote: text('internal_note').notNull().default(''),
		consent: text().$type<Consent>().notNull(),
		askedWhom: text('asked_whom'),
		askedOn: date('asked_on')
	},
	(t) => [index().on(t.viewingId, t.position), index().on(t.propertyId)]
);

/** Somebody would like to know more of the house at a stop: said by themselves, or read from paper by the office. */
export const tourInterests = pgTable(
	'tour_interests',
	{
		id: uuid().primaryKey(),
		stopId: uuid('stop_id')
			.notNull()
			.references(() => tourStops.id, { onDelete: 'cascade' }),
		personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
		name: text().notNull(),
		email: text(),
		text: text().notNull().default(''),
		state: text().$type<InterestState>().notNull().default('noted'),
		caseId: uuid('case_id').references(() => cases.id, { onDelete: 'set null' }),
		at: moment('at').notNull()
	},
	(t) => [uniqueIndex('tour_interests_once').on(t.stopId, t.personId), index().on(t.personId), index().on(t.caseId), index().on(t.at)]
);

/** How it was, once per person. The office reads it without a name. */
export const tourFeedback = pgTable(
	'tour_feedback',
	{
		id: uuid().primaryKey(),
		viewingId: uuid('viewing_id')
			.notNull()
			.references(() => tours.viewingId, { onDelete: 'cascade' }),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		rating: text().$type<Rating>().notNull(),
		text: text().notNull().default(''),
		at: moment('at').notNull()
	},
	(t) => [uniqueIndex('tour_feedback_once').on(t.viewingId, t.personId), index().on(t.personId), index().on(t.at)]
);
