import { sql } from 'drizzle-orm';
import {
	boolean,
	date,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	smallint,
	text,
	timestamp,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { networks } from '#modules/networks/server/tables.ts';
import { municipalities, organisations } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { Answers } from '../application.ts';
import type { Criterion } from '../criteria.ts';
import type { PlacePage, PlaceProfile } from '../place.ts';
import type { TandemState } from '../tandem.ts';
import type * as words from '../vocabulary.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });

/** A network that awards places: how it calls them and when it looks again. */
export const placeProgrammes = pgTable('place_programmes', {
	networkId: uuid('network_id')
		.primaryKey()
		.references(() => networks.id, { onDelete: 'cascade' }),
	/** "Heller Ort": what an awarded place is called here. */
	awardName: text('award_name').notNull(),
	intro: text().notNull().default(''),
	reassessMonths: integer('reassess_months').notNull().default(36),
	updatedAt: moment('updated_at').notNull()
});

/** A place as its group works on it. What the public reads stands in `place_pages`. */
export const places = pgTable(
	'places',
	{
		id: uuid().primaryKey(),
		slug: text().notNull().unique(),
		/** The group, whose seats give the rights. */
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		networkId: uuid('network_id').references(() => networks.id, { onDelete: 'set null' }),
		/** The house in the register. */
		propertyId: uuid('property_id').references(() => properties.id, { onDelete: 'set null' }),
		ags: text()
			.notNull()
			.references(() => municipalities.ags),
		name: text().notNull(),
		state: text().$type<words.PlaceState>().notNull().default('emerging'),
		profile: jsonb().$type<Partial<PlaceProfile>>().notNull(),
		contactName: text('contact_name'),
		contactEmail: text('contact_email'),
		contactPhone: text('contact_phone'),
		/** Since when the contact may be shown; null keeps it inside. */
		contactReleasedAt: moment('contact_released_at'),
		networkStatement: text('network_statement'),
		awardedOn: date('awarded_on'),
		reassessOn: date('reassess_on'),
		/** What the office of the network noted. Never public. */
		internalNote: text('internal_note'),
		version: integer().notNull().default(1),
		isDemo: boolean('is_demo').notNull().default(false),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.organisationId), index().on(t.networkId), index().on(t.ags)]
);

/** The projection: everything public of a place, with the columns that lists ask for. */
export const placePages = pgTable(
	'place_pages',
	{
		placeId: uuid('place_id')
			.primaryKey()
			.references(() => places.id, { onDelete: 'cascade' }),
		slug: text().notNull().unique(),
		state: text().$type<words.PlaceState>().notNull(),
		ags: text().notNull(),
		stateCode: text('state_code').notNull(),
		networkSlug: text('network_slug'),
		bookable: text().array().$type<words.Bookable[]>().notNull(),
		offers: text().array().$type<words.OfferKind[]>().notNull(),
		legalForm: text('legal_form').$type<words.LegalForm>(),
		/** The middle of the municipality. */
		lat: doublePrecision().notNull(),
		lon: doublePrecision().notNull(),
		name: text().notNull(),
		searchText: text('search_text').notNull(),
		content: jsonb().$type<PlacePage>().notNull(),
		publishedBy: person('published_by'),
		publishedAt: moment('published_at').notNull()
	},
	(t) => [index().on(t.ags), index().on(t.name, t.placeId)]
);

export const placePictures = pgTable(
	'place_pictures',
	{
		id: uuid().primaryKey(),
		placeId: uuid('place_id')
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		key: text().notNull().unique(),
		width: integer().notNull(),
		height: integer().notNull(),
		alt: text(),
		caption: text(),
		credit: text(),
		position: smallint().notNull().default(0),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index().on(t.placeId, t.position)]
);

/** Every step of a place and of what belongs to it: who, when, from where to where, and why. */
export const placeSteps = pgTable(
	'place_steps',
	{
		id: uuid().primaryKey(),
		placeId: uuid('place_id').references(() => places.id, { onDelete: 'cascade' }),
		machine: text({ enum: ['place', 'application', 'round', 'tandem'] }).notNull(),
		/** The thing that stepped: the place itself, its application, a round, a tandem. */
		subjectId: uuid('subject_id').notNull(),
		step: text().notNull(),
		from: text('from_state').notNull(),
		to: text('to_state').notNull(),
		reason: text(),
		at: moment('at').notNull(),
		byPersonId: person('by_person_id')
	},
	(t) => [index().on(t.subjectId, t.at), index().on(t.placeId)]
);

/** The criteria of a network in versions. A version without `published_at` is being worked on; a published one never changes. */
export const placeCatalogues = pgTable(
	'place_catalogues',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		version: integer().notNull(),
		/** What comes before all criteria. */
		attitude: text().notNull().default(''),
		minOthers: smallint('min_others').notNull().default(5),
		criteria: jsonb().$type<Criterion[]>().notNull(),
		/** What is new in it, in a sentence. */
		change: text(),
		publishedAt: moment('published_at'),
		createdBy: person('created_by'),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [unique().on(t.networkId, t.version)]
);

/** A quarter's round: applications may come in, then the jury judges. */
export const juryRounds = pgTable(
	'jury_rounds',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		opensOn: date('opens_on').notNull(),
		closesOn: date('closes_on').notNull(),
		decideBy: date('decide_by').notNull(),
		state: text().$type<words.RoundState>().notNull().default('planned'),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [
		index().on(t.networkId),
		uniqueIndex('jury_rounds_one_open')
			.on(t.networkId)
			.where(sql`${t.state} = 'open'`)
	]
);

/** A place asks to be awarded, by one version of the criteria. */
export const placeApplications = pgTable(
	'place_applications',
	{
		id: uuid().primaryKey(),
		placeId: uuid('place_id')
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		catalogueId: uuid('catalogue_id')
			.notNull()
			.references(() => placeCatalogues.id),
		roundId: uuid('round_id').references(() => juryRounds.id, { onDelete: 'set null' }),
		state: text().$type<words.ApplicationState>().notNull().default('draft'),
		attitudeConfirmedAt: moment('attitude_confirmed_at'),
		answers: jsonb().$type<Answers>().notNull(),
		/** Indicator key to what was typed. */
		values: jsonb().$type<Record<string, string>>().notNull(),
		/** What else the group wants the jury to know. */
		message: text(),
		/** Why it was returned, awarded or not yet: the group reads it. */
		answer: text(),
		/** What the office noted. For the office alone. */
		officeNote: text('office_note'),
		submittedAt: moment('submitted_at'),
		decidedAt: moment('decided_at'),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [
		index().on(t.networkId, t.state),
		index().on(t.roundId),
		uniqueIndex('place_applications_one_open')
			.on(t.placeId)
			.where(sql`${t.state} not in ('awarded', 'not_yet', 'withdrawn')`)
	]
);

/** A file that shows that a category applies. For the group, the office and the jury. */
export const placeEvidence = pgTable(
	'place_evidence',
	{
		id: uuid().primaryKey(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => placeApplications.id, { onDelete: 'cascade' }),
		/** The category. */
		code: text().notNull(),
		key: text().notNull(),
		contentType: text('content_type').notNull(),
		name: text().notNull(),
		bytes: integer().notNull(),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index().on(t.applicationId)]
);

/** One juror's judgement, or that they are biased. Once cast it stays; the name goes with the account. */
export const juryVotes = pgTable(
	'jury_votes',
	{
		id: uuid().primaryKey(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => placeApplications.id, { onDelete: 'cascade' }),
		personId: person('person_id'),
		isRecusal: boolean('is_recusal').notNull(),
		verdict: text().$type<words.Verdict>(),
		reason: text().notNull(),
		at: moment('at').notNull()
	},
	(t) => [unique().on(t.applicationId, t.personId), index().on(t.personId)]
);

/** What a place reported for a year, indicator by indicator, with where it comes from and when it was told. */
export const placeFigures = pgTable(
	'place_figures',
	{
		id: uuid().primaryKey(),
		placeId: uuid('place_id')
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		/** The indicator; it keeps its key through the versions of the criteria. */
		key: text().notNull(),
		year: smallint().notNull(),
		value: doublePrecision().notNull(),
		source: text(),
		reportedOn: date('reported_on').notNull(),
		createdBy: person('created_by')
	},
	(t) => [unique().on(t.placeId, t.key, t.year)]
);

/** Places on their way learn with each other. */
export const learningGroups = pgTable(
	'learning_groups',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		description: text(),
		isOpen: boolean('is_open').notNull().default(true),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index().on(t.networkId)]
);

/** A place in a learning group, with who speaks for it there. Only the group's places and the office see the contact; it is forgotten when the place leaves. */
export const learningMembers = pgTable(
	'learning_members',
	{
		id: uuid().primaryKey(),
		groupId: uuid('group_id')
			.notNull()
			.references(() => learningGroups.id, { onDelete: 'cascade' }),
		placeId: uuid('place_id')
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		contactName: text('contact_name'),
		contactEmail: text('contact_email'),
		joinedBy: person('joined_by'),
		joinedAt: moment('joined_at').notNull(),
		leftAt: moment('left_at')
	},
	(t) => [
		index().on(t.placeId),
		uniqueIndex('learning_members_once')
			.on(t.groupId, t.placeId)
			.where(sql`${t.leftAt} is null`)
	]
);

/** Two places that accompany each other, once both have said yes. */
export const tandems = pgTable(
	'tandems',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		/** The place that asked. */
		proposerId: uuid('proposer_id')
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		askedId: uuid('asked_id')
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		state: text().$type<TandemState>().notNull().default('proposed'),
		message: text().notNull(),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [
		index().on(t.askedId),
		uniqueIndex('tandems_one_open')
			.on(sql`least(${t.proposerId}, ${t.askedId})`, sql`greatest(${t.proposerId}, ${t.askedId})`)
			.where(sql`${t.state} in ('proposed', 'agreed')`)
	]
);
