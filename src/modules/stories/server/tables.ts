import { boolean, index, integer, jsonb, pgTable, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Outcome } from '#modules/cases/case.ts';
import { cases } from '#modules/cases/server/case-tables.ts';
import { municipalities, organisations } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { places } from '#modules/places/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { PropertyType, Use } from '#modules/properties/vocabulary.ts';
import type { StoryPage, StoryState } from '../story.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** What an office tells of a case, as it works on it. Readers see `story_pages` only. */
export const stories = pgTable(
	'stories',
	{
		id: uuid().primaryKey(),
		/** One story per case. */
		caseId: uuid('case_id').references(() => cases.id, { onDelete: 'set null' }),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		ags: text()
			.notNull()
			.references(() => municipalities.ags),
		propertyId: uuid('property_id').references(() => properties.id, { onDelete: 'set null' }),
		placeId: uuid('place_id').references(() => places.id, { onDelete: 'set null' }),
		/** Name in public addresses, given at the first publication and kept. */
		slug: text().unique(),
		state: text().$type<StoryState>().notNull().default('draft'),
		outcome: text().$type<Outcome>().notNull(),
		title: text().notNull(),
		lead: text().notNull().default(''),
		text: text().notNull().default(''),
		lesson: text().notNull().default(''),
		use: text().$type<Use>(),
		propertyType: text('property_type').$type<PropertyType>().notNull().default('unknown'),
		pictureKey: text('picture_key'),
		pictureWidth: integer('picture_width'),
		pictureHeight: integer('picture_height'),
		pictureAlt: text('picture_alt').notNull().default(''),
		pictureCredit: text('picture_credit').notNull().default(''),
		isDemo: boolean('is_demo').notNull().default(false),
		createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull(),
		withdrawnAt: moment('withdrawn_at')
	},
	(t) => [
		uniqueIndex('stories_case_once').on(t.caseId),
		index().on(t.organisationId, t.updatedAt),
		index().on(t.ags),
		index().on(t.propertyId),
		index().on(t.placeId),
		index().on(t.pictureKey),
		index().on(t.createdBy)
	]
);

/** A hurdle or a mistake, and what helped. */
export const storyTurns = pgTable(
	'story_turns',
	{
		id: uuid().primaryKey(),
		storyId: uuid('story_id')
			.notNull()
			.references(() => stories.id, { onDelete: 'cascade' }),
		position: smallint().notNull(),
		hurdle: text().notNull(),
		solution: text().notNull()
	},
	(t) => [index().on(t.storyId, t.position)]
);

/** What somebody says with their name; shown once they have released exactly these words. */
export const storyVoices = pgTable(
	'story_voices',
	{
		id: uuid().primaryKey(),
		storyId: uuid('story_id')
			.notNull()
			.references(() => stories.id, { onDelete: 'cascade' }),
		text: text().notNull(),
		name: text().notNull(),
		role: text().notNull(),
		releasedAt: moment('released_at'),
		/** How they agreed; never shown. */
		releasedHow: text('released_how')
	},
	(t) => [index().on(t.storyId)]
);

/** What everybody reads: the allow-list of `toStoryPage`, written when an office publishes. Withdrawn, the row is gone. */
export const storyPages = pgTable(
	'story_pages',
	{
		storyId: uuid('story_id')
			.primaryKey()
			.references(() => stories.id, { onDelete: 'cascade' }),
		slug: text().notNull().unique(),
		ags: text().notNull(),
		stateCode: text('state_code').notNull(),
		use: text().$type<Use>(),
		propertyType: text('property_type').$type<PropertyType>().notNull(),
		placeId: uuid('place_id'),
		pictureKey: text('picture_key'),
		content: jsonb().$type<StoryPage>().notNull(),
		publishedAt: moment('published_at').notNull()
	},
	(t) => [index().on(t.publishedAt, t.storyId), index().on(t.ags, t.publishedAt), index().on(t.placeId), index().on(t.pictureKey)]
);
