import { sql } from 'drizzle-orm';
import { doublePrecision, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { networks } from '#modules/networks/server/tables.ts';
import type { RouteStep } from '#modules/organisations/contact-route.ts';
import { municipalities, organisations } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { PropertyType } from '#modules/properties/vocabulary.ts';
import type { Check, ReportState, ReportStep, Side, Sign, Since } from '../report.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A photo as it was drawn afresh: nothing of the camera and of its place is in it. */
export type ReportPhoto = { key: string; bytes: number; width: number; height: number };

/** An empty house that somebody saw. Never public: what becomes of it stands in the register. WGS84 degrees. Of the token only a hash is kept. */
export const reports = pgTable(
	'reports',
	{
		id: uuid().primaryKey(),
		tokenHash: text('token_hash').notNull().unique(),
		state: text().$type<ReportState>().notNull(),
		/** Null only while it is a draft. */
		ags: text().references(() => municipalities.ags),
		lat: doublePrecision(),
		lon: doublePrecision(),
		/** 'gazetteer' is only the middle of the place. */
		locationSource: text('location_source').$type<'pin' | 'photo' | 'geocoder' | 'gazetteer'>(),
		/** Where the photo says it was taken; forgotten when the report is sent. */
		photoLat: doublePrecision('photo_lat'),
		photoLon: doublePrecision('photo_lon'),
		street: text(),
		houseNumber: text('house_number'),
		postalCode: text('postal_code'),
		city: text(),
		propertyType: text('property_type').$type<PropertyType>().notNull().default('unknown'),
		signs: text()
			.array()
			.$type<Sign[]>()
			.notNull()
			.default(sql`'{}'`),
		since: text().$type<Since>().notNull().default('unknown'),
		text: text(),
		photo: jsonb().$type<ReportPhoto>(),
		reporterEmail: text('reporter_email'),
		/** When whoever reported agreed to be asked later whether the house still stands empty. */
		askLaterAt: moment('ask_later_at'),
		/** Where it was led, and why; 'county' where the county looks after municipalities that name nobody. */
		step: text().$type<RouteStep | 'county'>().notNull().default('office'),
		why: text().notNull().default(''),
		networkId: uuid('network_id').references(() => networks.id, { onDelete: 'set null' }),
		countyId: uuid('county_id').references(() => organisations.id, { onDelete: 'set null' }),
		/** Which side checks it, since when, by whom. */
		takenBySide: text('taken_by_side').$type<Side>(),
		takenById: uuid('taken_by_id').references(() => people.id, { onDelete: 'set null' }),
		takenAt: moment('taken_at'),
		/** The house of the register that came of it; no reference, because the register goes its own ways. */
		propertyId: uuid('property_id'),
		createdAt: moment('created_at').notNull(),
		sentAt: moment('sent_at'),
		/** When the office was last told of reports by mail because of this one. */
		toldAt: moment('told_at'),
		forgetAt: moment('forget_at')
	},
	(t) => [
		index().on(t.ags, t.state, t.sentAt),
		index().on(t.lat, t.lon),
		index().on(t.networkId),
		index().on(t.countyId),
		index().on(t.takenById),
		index().on(t.propertyId),
		index().on(t.forgetAt)
	]
);

/** Every step of a report: who, when, from where to where, and why. Without a person it was whoever reported, or somebody whose account is gone. */
export const reportHistory = pgTable(
	'report_steps',
	{
		id: uuid().primaryKey(),
		reportId: uuid('report_id')
			.notNull()
			.references(() => reports.id, { onDelete: 'cascade' }),
		step: text().$type<ReportStep>().notNull(),
		from: text('from_state').$type<ReportState>().notNull(),
		to: text('to_state').$type<ReportState>().notNull(),
		reason: text(),
		checked: text().array().$type<Check[]>(),
		at: moment('at').notNull(),
		byPersonId: uuid('by_person_id').references(() => people.id, { onDelete: 'set null' })
	},
	(t) => [index().on(t.reportId, t.at), index().on(t.byPersonId)]
);
