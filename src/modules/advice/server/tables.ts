import { sql } from 'drizzle-orm';
import { boolean, date, doublePrecision, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ContactTopic } from '#modules/organisations/contact.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { OfferModule, Payer } from '../offer.ts';
import type { Applicant, DeadlineKind, Ownership, Purpose } from '../programme.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const list = <T extends string>(name: string) =>
	text(name)
		.array()
		.$type<T[]>()
		.notNull()
		.default(sql`'{}'`);
/** Register keys; both empty is all of Germany. */
const region = () => ({ states: list<string>('states'), districts: list<string>('districts') });

/** Funding programmes, kept by the network office. Money in euro. Seen by all from `published_at` on; `note` is internal. */
export const fundingProgrammes = pgTable(
	'funding_programmes',
	{
		id: uuid().primaryKey(),
		slug: text().notNull().unique(),
		title: text().notNull(),
		giver: text().notNull(),
		summary: text().notNull(),
		...region(),
		purposes: list<Purpose>('purposes'),
		applicants: list<Applicant>('applicants'),
		heritageOnly: boolean('heritage_only').notNull().default(false),
		ownership: text().$type<Ownership>(),
		maxPopulation: integer('max_population'),
		quotaPct: doublePrecision('quota_pct'),
		minEuro: doublePrecision('min_euro'),
		maxEuro: doublePrecision('max_euro'),
		deadlineKind: text('deadline_kind').$type<DeadlineKind>().notNull(),
		nextDeadline: date('next_deadline'),
		sourceUrl: text('source_url').notNull(),
		note: text(),
		reviewedOn: date('reviewed_on').notNull(),
		reviewedBy: uuid('reviewed_by').references(() => people.id, { onDelete: 'set null' }),
		reviewDays: integer('review_days').notNull().default(180),
		publishedAt: moment('published_at'),
		isDemo: boolean('is_demo').notNull().default(false),
		createdAt: moment('created_at').notNull(),
		createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.publishedAt), index().on(t.reviewedBy), index().on(t.createdBy)]
);

/** What an organisation advises on. Seen by all from `published_at` on, as long as the organisation is. */
export const adviceOffers = pgTable(
	'advice_offers',
	{
		id: uuid().primaryKey(),
		slug: text().notNull().unique(),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		summary: text().notNull(),
		modules: jsonb().$type<OfferModule[]>().notNull().default([]),
		topics: list<ContactTopic>('topics'),
		...region(),
		payer: text().$type<Payer>().notNull(),
		payNote: text('pay_note'),
		/** Places in a month; null: no limit. */
		capacity: integer(),
		/** Whether a question becomes a case, or stays a message. */
		opensCase: boolean('opens_case').notNull().default(true),
		publishedAt: moment('published_at'),
		isDemo: boolean('is_demo').notNull().default(false),
		createdAt: moment('created_at').notNull(),
		createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.organisationId), index().on(t.createdBy)]
);

/** A place of an offer in a month ("2026-11"), taken by asking; the words themselves are a message. One per person, offer and month. */
export const advicePlaces = pgTable(
	'advice_places',
	{
		id: uuid().primaryKey(),
		offerId: uuid('offer_id')
			.notNull()
			.references(() => adviceOffers.id, { onDelete: 'cascade' }),
		month: text().notNull(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		createdAt: moment('created_at').notNull()
	},
	(t) => [uniqueIndex('advice_places_once').on(t.offerId, t.personId, t.month), index().on(t.personId), index().on(t.createdAt)]
);

/** Somebody who knows. Named to the public only from `released_at` on; `consent` says how they agreed and is never shown. */
export const adviceExperts = pgTable(
	'advice_experts',
	{
		id: uuid().primaryKey(),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		name: text().notNull(),
		work: text().notNull(),
		topics: list<ContactTopic>('topics'),
		...region(),
		languages: list<string>('languages'),
		consent: text(),
		releasedAt: moment('released_at'),
		isDemo: boolean('is_demo').notNull().default(false),
		createdAt: moment('created_at').notNull(),
		createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.organisationId), index().on(t.createdBy)]
);
