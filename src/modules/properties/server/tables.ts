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
	real,
	smallint,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type * as facts from '../facts.ts';
import type { AnnouncementBasis } from '../objection.ts';
import type * as words from '../vocabulary.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A building or plot in the register (domain-spaces 2.1). Areas in m², money in euro, coordinates WGS84 degrees. Never shown to the public: see `spaces`. */
export const properties = pgTable(
	'properties',
	{
		id: uuid().primaryKey(),
		ags: text()
			.notNull()
			.references(() => municipalities.ags),
		reference: text().notNull(),
		/** Name in public addresses; given at the first publication and kept for good. */
		slug: text().unique(),
		externalId: text('external_id'),
		title: text().notNull(),
		summary: text(),
		story: text(),
		propertyType: text('property_type').$type<words.PropertyType>().notNull().default('unknown'),
		street: text(),
		houseNumber: text('house_number'),
		postalCode: text('postal_code'),
		city: text(),
		district: text(),
		rawAddress: text('raw_address'),
		/** Folded "street number postal-code", the second key of duplicate checks. */
		addressKey: text('address_key'),
		lat: doublePrecision(),
		lon: doublePrecision(),
		locationSource: text('location_source')
			.$type<'pin' | 'coordinates' | 'gazetteer' | 'geocoder' | 'import' | 'unknown'>()
			.notNull()
			.default('unknown'),
		publicPrecision: text('public_precision').$type<words.Precision>().notNull().default('district'),
		setting: text().$type<words.Setting>().notNull().default('unknown'),
		constructionYear: integer('construction_year'),
		epoch: text().$type<words.Epoch>().notNull().default('unknown'),
		storeys: smallint(),
		usableAreaM2: real('usable_area_m2'),
		livingAreaM2: real('living_area_m2'),
		grossAreaM2: real('gross_area_m2'),
		plotAreaM2: real('plot_area_m2'),
		areaBasis: text('area_basis').$type<words.AreaBasis>().notNull().default('unknown'),
		outdoor: text()
			.array()
			.$type<words.Outdoor[]>()
			.notNull()
			.default(sql`'{}'`),
		vacancyDegree: text('vacancy_degree').$type<words.VacancyDegree>().notNull().default('unknown'),
		vacantSince: date('vacant_since'),
		vacantSincePrecision: text('vacant_since_precision').$type<'day' | 'month' | 'year' | 'estimated'>(),
		lastUse: text('last_use').$type<words.LastUse>().notNull().default('unknown'),
		lastPermittedUse: text('last_permitted_use'),
		condition: text().$type<words.Condition>().notNull().default('unknown'),
		heritage: text().$type<words.Heritage>().notNull().default('unknown'),
		accessibility: text().$type<words.Accessibility>().notNull().default('unknown'),
		publicAccess: text('public_access').$type<words.PublicAccess>().notNull().default('unknown'),
		availableFrom: date('available_from'),
		availableUntil: date('available_until'),
		availabilityKind: text('availability_kind').$type<words.AvailabilityKind>().notNull().default('unknown'),
		offerModes: text('offer_modes')
			.array()
			.$type<words.OfferMode[]>()
			.notNull()
			.default(sql`'{}'`),
		priceAmount: doublePrecision('price_amount'),
		priceUnit: text('price_unit').$type<words.PriceUnit>(),
		priceType: text('price_type').$type<words.PriceType>().notNull().default('unknown'),
		ancillaryCosts: doublePrecision('ancillary_costs'),
		divisibleFromM2: real('divisible_from_m2'),
		usesAllowed: text('uses_allowed')
			.array()
			.$type<words.Use[]>()
			.notNull()
			.default(sql`'{}'`),
		usesWanted: text('uses_wanted')
			.array()
			.$type<words.Use[]>()
			.notNull()
			.default(sql`'{}'`),
		usesExcluded: text('uses_excluded')
			.array()
			.$type<words.Use[]>()
			.notNull()
			.default(sql`'{}'`),
		/** Rarely filled groups: energy, utilities, contamination, planning, renovation, access, holding costs, cadastral, features. See facts.ts. */
		details: jsonb().$type<facts.Details>().notNull().default({}),
		/** Per field group: where it comes from and its Stand. */
		provenance: jsonb().$type<facts.Provenance>().notNull().default({}),
		directContact: boolean('direct_contact').notNull().default(false),
		isMunicipal: boolean('is_municipal').notNull().default(false),
		ownerPersonId: uuid('owner_person_id').references(() => people.id, { onDelete: 'set null' }),
		lifecycleState: text('lifecycle_state').$type<words.LifecycleState>().notNull().default('recorded'),
		publicationState: text('publication_state').$type<words.PublicationState>().notNull().default('internal'),
		publishedAt: moment('published_at'),
		withdrawnAt: moment('withdrawn_at'),
		lastConfirmedAt: moment('last_confirmed_at'),
		confirmedBy: text('confirmed_by').$type<words.Source>(),
		/** How far it fell because nobody answered; a later confirmation lifts it (see the migration `freshness`). */
		stale: text().$type<words.Stale>(),
		source: text().$type<words.Source>().notNull(),
		isDemo: boolean('is_demo').notNull().default(false),
		version: integer().notNull().default(1),
		createdAt: moment('created_at').notNull(),
		createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
		updatedAt: moment('updated_at').notNull(),
		updatedBy: uuid('updated_by').references(() => people.id, { onDelete: 'set null' })
	},
	(t) => [
		uniqueIndex().on(t.ags, t.reference),
		uniqueIndex().on(t.ags, t.externalId),
		index().on(t.ags, t.updatedAt),
		index().on(t.ags, t.addressKey),
		index().on(t.lat, t.lon),
		index().on(t.ownerPersonId)
	]
);

/** A part that can be rented or awarded on its own (domain-spaces 2.2). A property without units is offered whole. */
export const units = pgTable(
	'units',
	{
		id: uuid().primaryKey(),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		label: text().notNull(),
		unitType: text('unit_type').$type<words.UnitType>().notNull().default('other'),
		floor: text().$type<words.Floor>().notNull().default('unknown'),
		areaMinM2: real('area_min_m2'),
		areaMaxM2: real('area_max_m2'),
		divisibleFromM2: real('divisible_from_m2'),
		ceilingHeightM: real('ceiling_height_m'),
		daylight: text().$type<words.YesNo>().notNull().default('unknown'),
		heated: text().$type<words.YesNo>().notNull().default('unknown'),
		waterConnection: text('water_connection').$type<words.YesNo>().notNull().default('unknown'),
		power: text().$type<'none' | '230' | '400' | 'unknown'>().notNull().default('unknown'),
		accessibility: text().$type<words.Accessibility>().notNull().default('unknown'),
		maxPersons: integer('max_persons'),
		usesWanted: text('uses_wanted')
			.array()
			.$type<words.Use[]>()
			.notNull()
			.default(sql`'{}'`),
		availableFrom: date('available_from'),
		availableUntil: date('available_until'),
		priceAmount: doublePrecision('price_amount'),
		priceUnit: text('price_unit').$type<words.PriceUnit>(),
		priceType: text('price_type').$type<words.PriceType>().notNull().default('unknown'),
		unitState: text('unit_state').$type<words.UnitState>().notNull().default('free'),
		waitingListOpen: boolean('waiting_list_open').notNull().default(false),
		details: jsonb().$type<facts.UnitDetails>().notNull().default({}),
		position: smallint().notNull().default(0)
	},
	(t) => [index().on(t.propertyId)]
);

/** Pictures (re-encoded, without metadata) and plans (PDF). Files lie in the store under `key`. */
export const media = pgTable(
	'media',
	{
		id: uuid().primaryKey(),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		kind: text({ enum: ['outside', 'inside', 'plan', 'aerial', 'document'] }).notNull(),
		key: text().notNull(),
		contentType: text('content_type').notNull(),
		bytes: integer().notNull(),
		width: integer(),
		height: integer(),
		alt: text(),
		caption: text(),
		credit: text(),
		visibility: text({ enum: ['public', 'network', 'office'] })
			.notNull()
			.default('public'),
		position: smallint().notNull().default(0),
		createdAt: moment('created_at').notNull(),
		createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' })
	},
	(t) => [index().on(t.propertyId)]
);

/** Every step of the two state machines: who, when, from where to where, and why. */
export const propertySteps = pgTable(
	'property_steps',
	{
		id: uuid().primaryKey(),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		machine: text({ enum: ['lifecycle', 'publication'] }).notNull(),
		from: text('from_state').notNull(),
		to: text('to_state').notNull(),
		reason: text(),
		at: moment('at').notNull(),
		byPersonId: uuid('by_person_id').references(() => people.id, { onDelete: 'set null' })
	},
	(t) => [index().on(t.propertyId, t.at)]
);

/** Recorded consent of an owner to publication; the software records the legal basis and never decides it. */
export const publicationConsents = pgTable(
	'publication_consents',
	{
		id: uuid().primaryKey(),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		legalBasis: text('legal_basis', { enum: ['consent', 'public_task', 'self_reported', 'own_property'] }).notNull(),
		givenBy: text('given_by').notNull(),
		givenAt: moment('given_at').notNull(),
		scope: text({ enum: ['network', 'public_blurred', 'public'] }).notNull(),
		note: text(),
		/** The last day on which it holds. */
		validUntil: date('valid_until'),
		withdrawnAt: moment('withdrawn_at'),
		recordedBy: uuid('recorded_by').references(() => people.id, { onDelete: 'set null' })
	},
	(t) => [index().on(t.propertyId)]
);

/** That an owner was told of a publication, on which ground, and with which code they may object. Of the code only a hash is kept; it is made anew from the installation's key. */
export const publicationAnnouncements = pgTable(
	'publication_announcements',
	{
		id: uuid().primaryKey(),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		basis: text().$type<AnnouncementBasis>().notNull(),
		/** How they were told. */
		note: text().notNull(),
		addressee: text(),
		email: text(),
		announcedAt: moment('announced_at').notNull(),
		/** From then on it is no ground for publishing any more. */
		endedAt: moment('ended_at'),
		objectedAt: moment('objected_at'),
		codeHash: text('code_hash').notNull().unique(),
		recordedBy: uuid('recorded_by').references(() => people.id, { onDelete: 'set null' })
	},
	(t) => [index().on(t.propertyId, t.announcedAt)]
);

/**
 * The published face of a property: an allow-list written by one command inside the transaction that changes the property. Every public
 * surface (page, API, tile, feed) reads this table and nothing else, so what is not here cannot leak. `lat`/`lon` are already blurred.
 */
export const spaces = pgTable(
	'spaces',
	{
		id: uuid()
			.primaryKey()
			.references(() => properties.id, { onDelete: 'cascade' }),
		slug: text().notNull().unique(),
		reference: text().notNull(),
		ags: text()
			.notNull()
			.references(() => municipalities.ags),
		stateCode: text('state_code').notNull(),
		districtCode: text('district_code').notNull(),
		municipality: text().notNull(),
		municipalitySlug: text('municipality_slug').notNull(),
		districtName: text('district_name').notNull(),
		lat: doublePrecision(),
		lon: doublePrecision(),
		precision: text().$type<words.Precision>().notNull(),
		title: text().notNull(),
		summary: text(),
		story: text(),
		propertyType: text('property_type').$type<words.PropertyType>().notNull(),
		setting: text().$type<words.Setting>().notNull(),
		lastUse: text('last_use').$type<words.LastUse>().notNull(),
		constructionYear: integer('construction_year'),
		epoch: text().$type<words.Epoch>().notNull(),
		storeys: smallint(),
		/** Smallest part on offer and the whole, m²; null is unknown. */
		areaMinM2: real('area_min_m2'),
		areaMaxM2: real('area_max_m2'),
		plotAreaM2: real('plot_area_m2'),
		uses: text().array().$type<words.Use[]>().notNull(),
		usesExcluded: text('uses_excluded').array().$type<words.Use[]>().notNull(),
		offers: text().array().$type<words.OfferMode[]>().notNull(),
		priceAmount: doublePrecision('price_amount'),
		priceUnit: text('price_unit').$type<words.PriceUnit>(),
		priceType: text('price_type').$type<words.PriceType>().notNull(),
		/** Comparable euro per month (rent and the like) or in total (sale); null is unknown. */
		priceMonthly: doublePrecision('price_monthly'),
		pricePurchase: doublePrecision('price_purchase'),
		condition: text().$type<words.Condition>().notNull(),
		heritage: text().$type<words.Heritage>().notNull(),
		accessibility: text().$type<words.Accessibility>().notNull(),
		publicAccess: text('public_access').$type<words.PublicAccess>().notNull(),
		availableFrom: date('available_from'),
		availableUntil: date('available_until'),
		availabilityKind: text('availability_kind').$type<words.AvailabilityKind>().notNull(),
		/** Share of lit windows, 0 to 100: how far the house is on its way back to use. */
		lit: smallint().notNull(),
		picture: jsonb().$type<facts.PublicPicture>(),
		pictures: jsonb().$type<facts.PublicPicture[]>().notNull(),
		documents: jsonb().$type<facts.PublicDocument[]>().notNull(),
		units: jsonb().$type<facts.PublicUnit[]>().notNull(),
		facts: jsonb().$type<facts.PublicFacts>().notNull(),
		way: jsonb().$type<facts.WayStep[]>().notNull(),
		isDemo: boolean('is_demo').notNull(),
		lastConfirmedAt: moment('last_confirmed_at'),
		confirmedBy: text('confirmed_by').$type<words.Source>(),
		stale: text().$type<words.Stale>(),
		publishedAt: moment('published_at').notNull(),
		changedAt: moment('changed_at').notNull(),
		/** Folded text for word parts and typos; the full text vector is made from it by the database. */
		searchText: text('search_text').notNull(),
		search: tsvector().generatedAlwaysAs(sql`to_tsvector('gestaltungsraum'::regconfig, search_text)`)
	},
	(t) => [
		index().on(t.ags, t.publishedAt, t.id),
		index('spaces_lat_lon')
			.on(t.lat, t.lon)
			.where(sql`${t.lat} is not null`),
		index().on(t.publishedAt, t.id),
		index().on(t.areaMaxM2),
		index().using('gin', t.uses),
		index().using('gin', t.offers),
		index().using('gin', t.search),
		index('spaces_place')
			.using('gist', sql`ll_to_earth(${t.lat}, ${t.lon})`)
			.where(sql`${t.lat} is not null`)
	]
);
