import { sql } from 'drizzle-orm';
import { boolean, date, doublePrecision, index, integer, jsonb, pgTable, real, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type * as property from '#modules/properties/vocabulary.ts';
import type * as words from '../vocabulary.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Who seeks (domain-spaces 2.6): a person, a group in formation, an association … */
export const actorProfiles = pgTable(
	'actor_profiles',
	{
		id: uuid().primaryKey(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		slug: text().notNull().unique(),
		name: text().notNull(),
		tagline: text(),
		actorKind: text('actor_kind').$type<words.ActorKind>().notNull(),
		legalForm: text('legal_form'),
		foundedOn: date('founded_on'),
		size: integer(),
		topics: text()
			.array()
			.notNull()
			.default(sql`'{}'`),
		offers: text()
			.array()
			.$type<words.SharedResource[]>()
			.notNull()
			.default(sql`'{}'`),
		homeAgs: text('home_ags').references(() => municipalities.ags),
		references: jsonb().$type<{ title: string; year?: number; url?: string; place?: string }[]>().notNull().default([]),
		contactEmail: text('contact_email'),
		contactPhone: text('contact_phone'),
		isDemo: boolean('is_demo').notNull().default(false),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.personId)]
);

/** A Raumgesuch (domain-spaces 2.5). Areas in m², money in euro, radius in km. Empty arrays mean "no wish". */
export const spaceRequests = pgTable(
	'space_requests',
	{
		id: uuid().primaryKey(),
		slug: text().notNull().unique(),
		actorId: uuid('actor_id')
			.notNull()
			.references(() => actorProfiles.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		requestKind: text('request_kind').$type<words.RequestKind>().notNull(),
		summary: text(),
		concept: text(),
		commonGood: text('common_good')
			.array()
			.$type<property.CommonGood[]>()
			.notNull()
			.default(sql`'{}'`),
		commonGoodNotes: jsonb('common_good_notes').$type<Partial<Record<property.CommonGood, string>>>().notNull().default({}),
		uses: text()
			.array()
			.$type<property.Use[]>()
			.notNull()
			.default(sql`'{}'`),
		areaMinM2: real('area_min_m2'),
		areaMaxM2: real('area_max_m2'),
		areaIsHard: boolean('area_is_hard').notNull().default(false),
		rooms: jsonb().$type<{ type: property.UnitType; min?: number; count: number }[]>().notNull().default([]),
		/** Either named municipalities, or a centre with a radius, or neither (anywhere). */
		regionAgs: text('region_ags')
			.array()
			.notNull()
			.default(sql`'{}'`),
		regionName: text('region_name'),
		regionLat: doublePrecision('region_lat'),
		regionLon: doublePrecision('region_lon'),
		radiusKm: real('radius_km'),
		regionIsHard: boolean('region_is_hard').notNull().default(false),
		settings: text()
			.array()
			.$type<property.Setting[]>()
			.notNull()
			.default(sql`'{}'`),
		startFrom: date('start_from'),
		startLatest: date('start_latest'),
		durationMonths: integer('duration_months'),
		interimOk: boolean('interim_ok').notNull().default(true),
		offerModes: text('offer_modes')
			.array()
			.$type<property.OfferMode[]>()
			.notNull()
			.default(sql`'{}'`),
		offerModesAreHard: boolean('offer_modes_are_hard').notNull().default(true),
		maxMonthly: doublePrecision('max_monthly'),
		maxPurchase: doublePrecision('max_purchase'),
		maxInvestment: doublePrecision('max_investment'),
		conditions: text()
			.array()
			.$type<property.Condition[]>()
			.notNull()
			.default(sql`'{}'`),
		selfHelp: text('self_help').$type<words.SelfHelp>().notNull().default('none'),
		heritageOk: text('heritage_ok').$type<'yes' | 'no' | 'indifferent'>().notNull().default('indifferent'),
		accessibilityRequired: boolean('accessibility_required').notNull().default(false),
		publicAccessNeeded: boolean('public_access_needed').notNull().default(false),
		peopleNow: integer('people_now'),
		peopleTarget: integer('people_target'),
		skillsSought: text('skills_sought')
			.array()
			.$type<words.Skill[]>()
			.notNull()
			.default(sql`'{}'`),
		visibility: text().$type<words.Visibility>().notNull().default('public'),
		requestState: text('request_state').$type<words.RequestState>().notNull().default('draft'),
		expiresAt: moment('expires_at').notNull(),
		remindedAt: moment('reminded_at'),
		publishedAt: moment('published_at'),
		lastConfirmedAt: moment('last_confirmed_at'),
		/** How far it fell because nobody answered; a later confirmation lifts it (see the migration `freshness`). */
		stale: text().$type<Exclude<property.Stale, 'archived'>>(),
		fulfilledBy: uuid('fulfilled_by'),
		isDemo: boolean('is_demo').notNull().default(false),
		version: integer().notNull().default(1),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [
		index().on(t.actorId),
		index().on(t.requestState, t.publishedAt),
		index().using('gin', t.uses),
		index().using('gin', t.regionAgs),
		// who could be looking at this place: the box around twice the radius
		index('space_requests_circle')
			.using('gist', sql`cube_enlarge(ll_to_earth(${t.regionLat}, ${t.regionLon})::cube, ${t.radiusKm} * 2020, 3)`)
			.where(sql`${t.regionLat} is not null`)
	]
);
