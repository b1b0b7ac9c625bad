import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { organisations } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { PartData, PartKind } from '../parts.ts';
import type { Part, ProfilePage } from '../profile.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });

/** A municipality or county that has begun to tell its story. */
export const profiles = pgTable('profiles', {
	organisationId: uuid('organisation_id')
		.primaryKey()
		.references(() => organisations.id, { onDelete: 'cascade' }),
	isDemo: boolean('is_demo').notNull().default(false),
	createdAt: moment('created_at').notNull(),
	updatedAt: moment('updated_at').notNull()
});

const ofProfile = () =>
	uuid('organisation_id')
		.notNull()
		.references(() => profiles.organisationId, { onDelete: 'cascade' });

/** Pictures and recordings in the store; which page, draft or version shows them, those say. */
export const profileFiles = pgTable(
	'profile_files',
	{
		key: text().primaryKey(),
		organisationId: ofProfile(),
		contentType: text('content_type').notNull(),
		bytes: integer().notNull(),
		width: integer(),
		height: integer(),
		createdAt: moment('created_at').notNull(),
		createdBy: person('created_by')
	},
	(t) => [index().on(t.organisationId)]
);

/** The draft, part by part: two people can work on different parts at once. */
export const profileParts = pgTable(
	'profile_parts',
	{
		id: uuid().primaryKey(),
		organisationId: ofProfile(),
		kind: text().$type<PartKind>().notNull(),
		position: integer().notNull(),
		data: jsonb().$type<PartData>().notNull(),
		fileKey: text('file_key').references(() => profileFiles.key),
		releasedAt: moment('released_at'),
		internalNote: text('internal_note'),
		/** Counts the changes, so that nobody overwrites what they have not read. */
		version: integer().notNull().default(1),
		updatedAt: moment('updated_at').notNull(),
		updatedBy: person('updated_by')
	},
	(t) => [index().on(t.organisationId, t.kind, t.position)]
);

/** Every published state, to compare and to return to. */
export const profileVersions = pgTable(
	'profile_versions',
	{
		id: uuid().primaryKey(),
		organisationId: ofProfile(),
		number: integer().notNull(),
		parts: jsonb().$type<Part[]>().notNull(),
		/** What is new in it, in a sentence for colleagues. */
		note: text(),
		publishedBy: person('published_by'),
		publishedAt: moment('published_at').notNull()
	},
	(t) => [unique().on(t.organisationId, t.number)]
);

/** The projection: everything public. Public surfaces read this and nothing else. */
export const profilePages = pgTable('profile_pages', {
	organisationId: uuid('organisation_id')
		.primaryKey()
		.references(() => profiles.organisationId, { onDelete: 'cascade' }),
	number: integer().notNull(),
	content: jsonb().$type<ProfilePage>().notNull(),
	/** Keys of the files that the page shows: these and no others are served to everybody. */
	files: text()
		.array()
		.notNull()
		.default(sql`'{}'`),
	publishedAt: moment('published_at').notNull()
});
