import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, real, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { municipalities, organisations } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { Use } from '#modules/properties/vocabulary.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import type { GroupState, HouseGone } from '../group.ts';
import type { InvitationKind } from '../invitation.ts';
import type { LegalForm } from '../legal-form.ts';
import type { Day, DayPart, Noise } from '../need.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const trace = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });
const person = () =>
	uuid('person_id')
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' });
const ofGroup = () =>
	uuid('group_id')
		.notNull()
		.references(() => groups.id, { onDelete: 'cascade' });
const words = (name: string) =>
	text(name)
		.array()
		.notNull()
		.default(sql`'{}'`);

/** People who want something with one house together. Its members read it; others what `toPublicGroup` shows, once it is shown. */
export const groups = pgTable(
	'groups',
	{
		id: uuid().primaryKey(),
		slug: text().notNull().unique(),
		name: text().notNull(),
		idea: text().notNull().default(''),
		seeks: text().notNull().default(''),
		propertyId: uuid('property_id').references(() => properties.id, { onDelete: 'set null' }),
		/** As the house was called when it was chosen: it may go. */
		houseTitle: text('house_title'),
		houseGone: text('house_gone').$type<HouseGone>(),
		ags: text().references(() => municipalities.ags),
		state: text().$type<GroupState>().notNull().default('forming'),
		/** Since when everybody may read its page, and since when its municipality may read it. */
		shownAt: moment('shown_at'),
		townAt: moment('town_at'),
		legalForm: text('legal_form').$type<LegalForm>(),
		organisationId: uuid('organisation_id').references(() => organisations.id, { onDelete: 'set null' }),
		/** The request that was made of its needs. */
		requestId: uuid('request_id').references(() => spaceRequests.id, { onDelete: 'set null' }),
		dissolvedAt: moment('dissolved_at'),
		dissolvedWhy: text('dissolved_why'),
		isDemo: boolean('is_demo').notNull().default(false),
		createdBy: trace('created_by'),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [
		index().on(t.propertyId),
		index().on(t.ags, t.townAt),
		index().on(t.shownAt),
		index().on(t.createdBy),
		index().on(t.organisationId),
		index().on(t.requestId),
		index().on(t.dissolvedAt)
	]
);

export const groupMembers = pgTable(
	'group_members',
	{
		id: uuid().primaryKey(),
		groupId: ofGroup(),
		personId: person(),
		/** For whom they are here, when not for themselves. */
		organisationId: uuid('organisation_id').references(() => organisations.id, { onDelete: 'set null' }),
		isSpeaker: boolean('is_speaker').notNull().default(false),
		/** They agreed to stand on the public page by name. */
		isNamed: boolean('is_named').notNull().default(false),
		joinedAt: moment('joined_at').notNull()
	},
	(t) => [uniqueIndex('group_members_once').on(t.groupId, t.personId), index().on(t.personId), index().on(t.organisationId)]
);

/** What there is to do in a group, and who does it; without a member it is open. */
export const groupRoles = pgTable(
	'group_roles',
	{
		id: uuid().primaryKey(),
		groupId: ofGroup(),
		title: text().notNull(),
		note: text().notNull().default(''),
		memberId: uuid('member_id').references(() => groupMembers.id, { onDelete: 'set null' }),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index().on(t.groupId, t.createdAt), index().on(t.memberId)]
);

/** What a member needs of the house (`need.ts`). Areas in m², money in euro per month. */
export const groupNeeds = pgTable(
	'group_needs',
	{
		id: uuid().primaryKey(),
		groupId: ofGroup(),
		memberId: uuid('member_id')
			.notNull()
			.references(() => groupMembers.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		uses: words('uses').$type<Use[]>(),
		areaMinM2: real('area_min_m2'),
		areaMaxM2: real('area_max_m2'),
		maxMonthly: real('max_monthly'),
		days: words('days').$type<Day[]>(),
		dayParts: words('day_parts').$type<DayPart[]>(),
		noise: text().$type<Noise>().notNull().default('unknown'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index().on(t.groupId, t.createdAt), index().on(t.memberId)]
);

/** An invitation to join, to one mailbox or as a link for some. */
export const groupInvitations = pgTable(
	'group_invitations',
	{
		id: uuid().primaryKey(),
		groupId: ofGroup(),
		kind: text().$type<InvitationKind>().notNull(),
		/** Whole while it waits, a hint afterwards. */
		email: text(),
		places: smallint().notNull(),
		used: smallint().notNull().default(0),
		createdBy: trace('created_by'),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull(),
		withdrawnAt: moment('withdrawn_at')
	},
	(t) => [index().on(t.groupId, t.createdAt), index().on(t.createdBy), index().on(t.expiresAt)]
);

/** Somebody asks to join, in their own words. */
export const groupKnocks = pgTable(
	'group_knocks',
	{
		id: uuid().primaryKey(),
		groupId: ofGroup(),
		personId: person(),
		text: text().notNull(),
		state: text({ enum: ['open', 'accepted', 'declined', 'withdrawn'] })
			.notNull()
			.default('open'),
		answer: text(),
		at: moment('at').notNull(),
		decidedAt: moment('decided_at'),
		decidedBy: trace('decided_by')
	},
	(t) => [
		index().on(t.groupId, t.at),
		index().on(t.personId),
		index().on(t.decidedBy),
		index().on(t.decidedAt),
		uniqueIndex('group_knocks_open')
			.on(t.groupId, t.personId)
			.where(sql`${t.state} = 'open'`)
	]
);

export const groupDocuments = pgTable(
	'group_documents',
	{ id: uuid().primaryKey(), groupId: ofGroup(), title: text().notNull(), createdAt: moment('created_at').notNull() },
	(t) => [index().on(t.groupId, t.createdAt)]
);

export const groupDocumentVersions = pgTable(
	'group_document_versions',
	{
		id: uuid().primaryKey(),
		documentId: uuid('document_id')
			.notNull()
			.references(() => groupDocuments.id, { onDelete: 'cascade' }),
		number: integer().notNull(),
		key: text().notNull().unique(),
		contentType: text('content_type').notNull(),
		bytes: integer().notNull(),
		byPersonId: trace('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [uniqueIndex('group_document_versions_number').on(t.documentId, t.number), index().on(t.byPersonId)]
);

/** A step to the legal form that is done, by whom and when. */
export const groupTicks = pgTable(
	'group_ticks',
	{
		id: uuid().primaryKey(),
		groupId: ofGroup(),
		form: text().$type<LegalForm>().notNull(),
		step: text().notNull(),
		byPersonId: trace('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [uniqueIndex('group_ticks_once').on(t.groupId, t.form, t.step), index().on(t.byPersonId)]
);

/** An office asks the requests of a use mix whether they want to become a group; whoever says yes first founds it. */
export const groupMixes = pgTable(
	'group_mixes',
	{
		id: uuid().primaryKey(),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		words: text().notNull(),
		groupId: uuid('group_id').references(() => groups.id, { onDelete: 'set null' }),
		byPersonId: trace('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.propertyId, t.at), index().on(t.groupId), index().on(t.byPersonId), index().on(t.at)]
);

export const groupCalls = pgTable(
	'group_calls',
	{
		id: uuid().primaryKey(),
		mixId: uuid('mix_id')
			.notNull()
			.references(() => groupMixes.id, { onDelete: 'cascade' }),
		requestId: uuid('request_id')
			.notNull()
			.references(() => spaceRequests.id, { onDelete: 'cascade' }),
		personId: person(),
		state: text({ enum: ['open', 'yes', 'no'] })
			.notNull()
			.default('open'),
		answeredAt: moment('answered_at')
	},
	(t) => [uniqueIndex('group_calls_once').on(t.mixId, t.requestId), index().on(t.personId), index().on(t.requestId)]
);
