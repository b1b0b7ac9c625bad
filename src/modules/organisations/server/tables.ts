import { sql } from 'drizzle-orm';
import {
	boolean,
	date,
	doublePrecision,
	index,
	integer,
	pgTable,
	real,
	text,
	timestamp,
	uniqueIndex,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { people } from '#modules/people/server/tables.ts';
import type { ContactTopic } from '../contact.ts';
import type { PioneerState } from '../pioneer.ts';
import type { OrganisationKind, Sector } from '../organisation.ts';
import type { ClaimMethod, Rights, SeatFunction } from '../seat.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** 16 Länder. Key: two digits. */
export const states = pgTable('states', { code: text().primaryKey(), name: text().notNull(), slug: text().notNull().unique() });

/** Kreise and kreisfreie Städte. Key: five digits. */
export const districts = pgTable('districts', {
	code: text().primaryKey(),
	name: text().notNull(),
	slug: text().notNull().unique(),
	type: text().notNull().default(''),
	stateCode: text('state_code')
		.notNull()
		.references(() => states.code)
});

/** Every municipality of the register (GV-ISys). Population 31.12.2024, area in km², WGS84 degrees. */
export const municipalities = pgTable(
	'municipalities',
	{
		ags: text().primaryKey(),
		ars: text().notNull().unique(),
		slug: text().notNull().unique(),
		name: text().notNull(),
		nameShort: text('name_short').notNull(),
		designation: text(),
		type: text().notNull(),
		isTown: boolean('is_town').notNull(),
		isUnincorporated: boolean('is_unincorporated').notNull(),
		stateCode: text('state_code')
			.notNull()
			.references(() => states.code),
		districtCode: text('district_code')
			.notNull()
			.references(() => districts.code),
		association: text(),
		population: integer().notNull(),
		areaKm2: real('area_km2').notNull(),
		postalCode: text('postal_code'),
		lat: doublePrecision().notNull(),
		lon: doublePrecision().notNull(),
		urbanisation: text(),
		ruralType: text('rural_type'),
		sizeClass: text('size_class').notNull(),
		searchText: text('search_text').notNull()
	},
	(t) => [
		index().on(t.districtCode),
		index().on(t.stateCode),
		index().using('gin', t.searchText.op('gin_trgm_ops')),
		index().on(t.population),
		index().on(t.nameShort, t.ags),
		index().on(t.postalCode),
		index('municipalities_place').using('gist', sql`ll_to_earth(${t.lat}, ${t.lon})`)
	]
);

/** What a municipality says of itself for now: its goals for the common good (the same words that requests use). */
export const municipalityProfiles = pgTable('municipality_profiles', {
	ags: text()
		.primaryKey()
		.references(() => municipalities.ags),
	goals: text().array().notNull(),
	updatedAt: timestamp('updated_at', { withTimezone: true }).notNull()
});

/**
 * Organisations of every kind. A municipality or county of the register gets its row when somebody first needs it, and is claimed (`claimed_at`)
 * when its own people take it over. Others are founded by a person and are seen by all from `published_at` on.
 */
export const organisations = pgTable(
	'organisations',
	{
		id: uuid().primaryKey(),
		slug: text().notNull().unique(),
		kind: text().$type<OrganisationKind>().notNull(),
		name: text().notNull(),
		/** The municipality that this organisation IS; where any organisation sits is `place_ags`. */
		ags: text()
			.unique()
			.references(() => municipalities.ags),
		districtCode: text('district_code')
			.unique()
			.references(() => districts.code),
		placeAgs: text('place_ags').references(() => municipalities.ags),
		sector: text().$type<Sector>(),
		summary: text(),
		website: text(),
		topics: text().array().notNull().default([]),
		offers: text().array().notNull().default([]),
		needs: text().array().notNull().default([]),
		/** Official mail domains in lower case; whoever reads mail there may claim. Entered by the network office. Never public. */
		mailDomains: text('mail_domains').array().notNull().default([]),
		/** Key of the file in the store, and what it shows. */
		logo: text(),
		logoAlt: text('logo_alt'),
		claimedAt: moment('claimed_at'),
		publishedAt: moment('published_at'),
		createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.kind), index().on(t.placeAgs), index().on(t.logo)]
);

/** Which place of an organisation answers, for what, and who steps in while nobody is there (days, both included). */
export const contactPoints = pgTable(
	'contact_points',
	{
		id: uuid().primaryKey(),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		unit: text().notNull(),
		name: text(),
		role: text().notNull(),
		email: text(),
		phone: text(),
		/** Without any: everything. */
		topics: text()
			.array()
			.$type<ContactTopic[]>()
			.notNull()
			.default(sql`'{}'`),
		deputyId: uuid('deputy_id').references((): AnyPgColumn => contactPoints.id, { onDelete: 'set null' }),
		absentFrom: date('absent_from'),
		absentUntil: date('absent_until'),
		absenceNote: text('absence_note'),
		publicVisibility: text('public_visibility', { enum: ['public', 'network', 'actors_with_case'] }).notNull(),
		responseTargetDays: integer('response_target_days').notNull().default(10),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.organisationId)]
);

/** Who holds which function in an organisation, from when to when. A seat is valid from `starts_at` up to, not including, `ends_at`. */
export const seats = pgTable(
	'seats',
	{
		id: uuid().primaryKey(),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		function: text().$type<SeatFunction>().notNull(),
		/** The function in the organisation's own words: "Fachbereich Bauen". */
		title: text(),
		rights: text().$type<Rights>().notNull(),
		startsAt: moment('starts_at').notNull(),
		endsAt: moment('ends_at'),
		deputyOf: uuid('deputy_of'),
		/** The seat whose open duties this one takes over. */
		successorOf: uuid('successor_of'),
		handoverNote: text('handover_note'),
		handoverDoneAt: moment('handover_done_at'),
		createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
		createdAt: moment('created_at').notNull(),
		/** The identity provider whose group gives it: it ends when the group is gone, and counts in sessions that began there only. */
		via: text()
	},
	(t) => [
		index().on(t.personId),
		index().on(t.organisationId),
		uniqueIndex('seats_once')
			.on(t.organisationId, t.personId, t.function)
			.where(sql`${t.endsAt} is null`)
	]
);

/** Colleagues who were asked by mail to take a seat. One use, accepted by POST. The link is signed when the mail leaves, so its secret is kept nowhere. */
export const invitations = pgTable(
	'invitations',
	{
		id: uuid().primaryKey(),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		email: text().notNull(),
		function: text().$type<SeatFunction>().notNull(),
		title: text(),
		rights: text().$type<Rights>().notNull(),
		successorOf: uuid('successor_of'),
		createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull(),
		acceptedAt: moment('accepted_at'),
		acceptedBy: uuid('accepted_by').references(() => people.id, { onDelete: 'set null' }),
		withdrawnAt: moment('withdrawn_at')
	},
	(t) => [
		index().on(t.organisationId),
		index().on(t.createdBy),
		uniqueIndex('invitations_once')
			.on(t.organisationId, t.email)
			.where(sql`${t.acceptedAt} is null and ${t.withdrawnAt} is null`)
	]
);

/** Somebody says that they work for a municipality or county. Of the letter's code only a hash is kept; the mail's link is signed when it leaves. */
export const claims = pgTable(
	'claims',
	{
		id: uuid().primaryKey(),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		method: text().$type<ClaimMethod>().notNull(),
		function: text().$type<SeatFunction>().notNull(),
		title: text(),
		/** What the person wrote to the office. Never public. */
		message: text(),
		/** The official address that the link went to (method mail). */
		email: text(),
		secretHash: text('secret_hash'),
		secretExpiresAt: moment('secret_expires_at'),
		tries: integer().notNull().default(0),
		outcome: text({ enum: ['accepted', 'rejected', 'withdrawn'] }),
		decidedBy: uuid('decided_by').references(() => people.id, { onDelete: 'set null' }),
		decidedAt: moment('decided_at'),
		reason: text(),
		createdAt: moment('created_at').notNull()
	},
	(t) => [
		index().on(t.personId),
		uniqueIndex('claims_once')
			.on(t.organisationId, t.personId)
			.where(sql`${t.outcome} is null`)
	]
);

/** Municipalities that a county names as taking part ("Pionierkommunen"). Until the municipality has said yes, the county alone says so; after a no it is not shown. */
export const pioneers = pgTable(
	'pioneers',
	{
		id: uuid().primaryKey(),
		countyId: uuid('county_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		ags: text()
			.notNull()
			.references(() => municipalities.ags),
		state: text().$type<PioneerState>().notNull(),
		namedAt: moment('named_at').notNull(),
		namedBy: uuid('named_by').references(() => people.id, { onDelete: 'set null' }),
		answeredAt: moment('answered_at'),
		answeredBy: uuid('answered_by').references(() => people.id, { onDelete: 'set null' })
	},
	(t) => [uniqueIndex('pioneers_once').on(t.countyId, t.ags), index().on(t.ags)]
);
