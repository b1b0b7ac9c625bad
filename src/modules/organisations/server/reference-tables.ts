import { sql } from 'drizzle-orm';
import {
	boolean,
	customType,
	date,
	doublePrecision,
	index,
	integer,
	pgTable,
	primaryKey,
	real,
	text,
	timestamp
} from 'drizzle-orm/pg-core';
import { municipalities } from './tables.ts';

const polygon = customType<{ data: string }>({ dataType: () => 'polygon' });

/** Zensus 2022. The two rates have different denominators and are never ranked together. */
export const vacancyStatistics = pgTable(
	'vacancy_statistics',
	{
		level: text({ enum: ['federal', 'state', 'district', 'municipality'] }).notNull(),
		code: text().notNull(),
		referenceDate: date('reference_date').notNull(),
		dwellings: integer(),
		vacancyRatePct: real('vacancy_rate_pct'),
		vacancyRateOfficialLeqPct: real('vacancy_rate_official_leq_pct'),
		status: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.level, t.code] }), index().on(t.level, t.vacancyRatePct)]
);

/** One ring of a municipality's area, in degrees (lon, lat). A point lies in the municipality when an odd number of its rings hold the point, so holes need no flag. */
export const boundaryRings = pgTable(
	'boundary_rings',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		ags: text()
			.notNull()
			.references(() => municipalities.ags),
		ring: polygon().notNull()
	},
	(t) => [index('boundary_rings_box').using('gist', sql`box(${t.ring})`), index().on(t.ags)]
);

/** Ready-made drawings: an SVG path in steps of 20 m of the map of Germany (see `germany.ts`), for a district also the borders inside it. */
export const outlines = pgTable(
	'outlines',
	{
		level: text({ enum: ['district', 'municipality'] }).notNull(),
		code: text().notNull(),
		path: text().notNull(),
		borders: text().notNull(),
		box: integer().array().notNull()
	},
	(t) => [primaryKey({ columns: [t.level, t.code] })]
);

/** Which edition of the reference files is in the tables. */
export const referenceLoads = pgTable('reference_loads', {
	name: text().primaryKey(),
	hash: text().notNull(),
	loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull()
});

/** Answers of the optional geocoding service, kept for a while so that one address is asked for once. */
export const geocodes = pgTable(
	'geocodes',
	{
		query: text().primaryKey(),
		lat: doublePrecision(),
		lon: doublePrecision(),
		precision: text(),
		label: text(),
		expiresAt: timestamp('expires_at', { withTimezone: true }).notNull()
	},
	(t) => [index().on(t.expiresAt)]
);

/** Offline gazetteer: postal codes, places and Ortsteile with the municipality they lie in. */
export const gazetteer = pgTable(
	'gazetteer',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		postalCode: text('postal_code').notNull(),
		place: text().notNull(),
		ags: text()
			.notNull()
			.references(() => municipalities.ags),
		lat: doublePrecision().notNull(),
		lon: doublePrecision().notNull(),
		/** The row of the postal code itself: its main place, the middle of its area. */
		isMain: boolean('is_main').notNull().default(false),
		searchText: text('search_text').notNull()
	},
	(t) => [index().on(t.postalCode), index().on(t.ags), index().using('gin', t.searchText.op('gin_trgm_ops'))]
);
