import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { ContentKind } from '#modules/people/content.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Ground, Measure } from '../decision.ts';
import type { Category, Frozen, MatterState, MatterStep } from '../matter.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });

/** A piece of content that somebody gave notice of. Never public. `content_id` has no reference: the matter outlives the content. */
export const contentMatters = pgTable(
	'content_matters',
	{
		id: uuid().primaryKey(),
		kind: text().$type<ContentKind>().notNull(),
		contentId: uuid('content_id').notNull(),
		/** Its public address, a local path. */
		href: text().notNull(),
		/** As it stood when the first notice came. */
		frozen: jsonb().$type<Frozen>().notNull(),
		/** Who put it there: the account that is meant by a bar, and the organisation in whose name it stands. */
		authorId: person('author_id'),
		organisationId: uuid('organisation_id').references(() => organisations.id, { onDelete: 'set null' }),
		/** The most urgent of its notices. */
		category: text().$type<Category>().notNull(),
		state: text().$type<MatterState>().notNull(),
		dueAt: moment('due_at').notNull(),
		takenById: person('taken_by_id'),
		createdAt: moment('created_at').notNull(),
		decidedAt: moment('decided_at'),
		isDemo: boolean('is_demo').notNull().default(false),
		forgetAt: moment('forget_at')
	},
	(t) => [
		uniqueIndex('content_matters_one')
			.on(t.kind, t.contentId)
			.where(sql`state in ('open', 'in_review')`),
		index().on(t.state, t.dueAt),
		index().on(t.createdAt),
		index().on(t.authorId),
		index().on(t.takenById),
		index().on(t.organisationId)
	]
);

const ofMatter = () =>
	uuid('matter_id')
		.notNull()
		.references(() => contentMatters.id, { onDelete: 'cascade' });

/** What one person says about it. Who it was, nobody but the desk learns. */
export const contentNotices = pgTable(
	'content_notices',
	{
		id: uuid().primaryKey(),
		matterId: ofMatter(),
		category: text().$type<Category>().notNull(),
		spot: text().notNull(),
		why: text().notNull(),
		name: text(),
		email: text(),
		/** Whoever was signed in. */
		personId: person('person_id'),
		createdAt: moment('created_at').notNull(),
		forgetAt: moment('forget_at')
	},
	(t) => [index().on(t.matterId, t.createdAt), index().on(t.personId), index().on(t.forgetAt)]
);

/** The one decision of a matter: with everything that a statement of reasons has to say. */
export const contentDecisions = pgTable(
	'content_decisions',
	{
		id: uuid().primaryKey(),
		matterId: ofMatter().unique(),
		measure: text().$type<Measure>().notNull(),
		ground: text().$type<Ground>(),
		clause: text(),
		facts: text().notNull(),
		scope: text(),
		until: moment('until'),
		complainUntil: moment('complain_until').notNull(),
		/** The bar of the account that came with it. */
		barId: uuid('bar_id'),
		decidedById: person('decided_by_id'),
		decidedAt: moment('decided_at').notNull(),
		/** When the measure ended, and why. */
		endedAt: moment('ended_at'),
		endedWhy: text('ended_why')
	},
	(t) => [index().on(t.decidedById), index().on(t.until)]
);

/** Whoever is affected says that the decision is wrong; once. */
export const contentComplaints = pgTable(
	'content_complaints',
	{
		id: uuid().primaryKey(),
		decisionId: uuid('decision_id')
			.notNull()
			.unique()
			.references(() => contentDecisions.id, { onDelete: 'cascade' }),
		words: text().notNull(),
		createdAt: moment('created_at').notNull(),
		isUpheld: boolean('is_upheld'),
		answer: text(),
		answeredById: person('answered_by_id'),
		answeredAt: moment('answered_at')
	},
	(t) => [index().on(t.answeredById)]
);

/** What happened to a matter: who, when, from where to where, with which words. */
export const contentMatterSteps = pgTable(
	'content_matter_steps',
	{
		id: uuid().primaryKey(),
		matterId: ofMatter(),
		step: text().$type<MatterStep>().notNull(),
		from: text('from_state').$type<MatterState>().notNull(),
		to: text('to_state').$type<MatterState>().notNull(),
		words: text(),
		at: moment('at').notNull(),
		byPersonId: person('by_person_id')
	},
	(t) => [index().on(t.matterId, t.at), index().on(t.byPersonId)]
);
