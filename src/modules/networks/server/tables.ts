import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ask } from '#modules/people/ask.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Audience } from '../inquiry.ts';
import type { NetworkPage } from '../network.ts';
import type { PartData, PartKind } from '../parts.ts';
import type * as words from '../vocabulary.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });

/** A network as its office works on it. What the public reads stands in `network_pages`. */
export const networks = pgTable('networks', {
	id: uuid().primaryKey(),
	slug: text().notNull().unique(),
	name: text().notNull(),
	tagline: text().notNull().default(''),
	summary: text().notNull().default(''),
	openness: text().$type<words.Openness>().notNull(),
	phase: text().$type<words.Phase>().notNull().default('closed'),
	/** The chosen colour, #rrggbb; its twins for day and night are computed. */
	accent: text().notNull(),
	/** File key of the logo in the store. */
	logo: text(),
	logoAlt: text('logo_alt'),
	/** Its own host name in lower case, without a port; served once it is published. */
	host: text().unique(),
	stateCode: text('state_code'),
	feeCents: integer('fee_cents'),
	/** How long a new version of the values may wait to be confirmed before that is marked, in days. */
	valuesDays: integer('values_days').notNull().default(90),
	senderName: text('sender_name'),
	senderEmail: text('sender_email'),
	legal: jsonb().$type<NetworkPage['legal']>().notNull().default({ responsible: '', privacy: '' }),
	version: integer().notNull().default(1),
	isDemo: boolean('is_demo').notNull().default(false),
	createdBy: person('created_by'),
	createdAt: moment('created_at').notNull(),
	updatedAt: moment('updated_at').notNull()
});

/** The projection: everything public, written when somebody publishes. Public surfaces read this and the memberships that are shown. */
export const networkPages = pgTable('network_pages', {
	networkId: uuid('network_id')
		.primaryKey()
		.references(() => networks.id, { onDelete: 'cascade' }),
	slug: text().notNull().unique(),
	content: jsonb().$type<NetworkPage>().notNull(),
	publishedBy: person('published_by'),
	publishedAt: moment('published_at').notNull()
});

/** Sections, benefits, conditions, questions, voices, news, funders: ordered within their kind. */
export const networkParts = pgTable(
	'network_parts',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		kind: text().$type<PartKind>().notNull(),
		position: integer().notNull(),
		data: jsonb().$type<PartData>().notNull(),
		releasedAt: moment('released_at'),
		internalNote: text('internal_note'),
		/** Of a funder: file key of the logo in the store, and what it shows. */
		logo: text(),
		logoAlt: text('logo_alt'),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.networkId, t.kind, t.position)]
);

/** Every version of the values stays: partners have confirmed one of them. */
export const networkValues = pgTable(
	'network_values',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		version: integer().notNull(),
		text: text().notNull(),
		/** What is new in it, in a sentence for those who confirmed the one before. */
		change: text(),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [unique().on(t.networkId, t.version)]
);

/** Who does what in a network, from when to when (both days included): access for those with an account, a face on the page for those who released it. */
export const networkRoles = pgTable(
	'network_roles',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		role: text().$type<words.NetworkRole>().notNull(),
		personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
		organisationId: uuid('organisation_id').references(() => organisations.id, { onDelete: 'set null' }),
		name: text().notNull(),
		function: text(),
		region: text(),
		topic: text(),
		statement: text(),
		startsOn: date('starts_on').notNull(),
		endsOn: date('ends_on'),
		releasedAt: moment('released_at'),
		internalNote: text('internal_note'),
		grantedBy: person('granted_by'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index().on(t.networkId, t.role), index().on(t.personId)]
);

/** "Vormerken": an address and what it agreed to. A confirmed row is never made unconfirmed by a new request. */
export const networkSubscriptions = pgTable(
	'network_subscriptions',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		/** In lower case. */
		email: text().notNull(),
		organisation: text(),
		state: text().$type<words.SubscriptionState>().notNull(),
		/** The words that were agreed to, as they stood beside the form. */
		consent: text().notNull(),
		requestedAt: moment('requested_at').notNull(),
		mailedAt: moment('mailed_at'),
		confirmedAt: moment('confirmed_at'),
		unsubscribedAt: moment('unsubscribed_at')
	},
	(t) => [unique().on(t.networkId, t.email)]
);

/** Belongs to organisation × network, never to a person. */
export const memberships = pgTable(
	'memberships',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		state: text().$type<words.MembershipState>().notNull(),
		tier: text().$type<words.Tier>().notNull().default('member'),
		joinedOn: date('joined_on'),
		leftOn: date('left_on'),
		feePaidOn: date('fee_paid_on'),
		/** The version of the values that was confirmed last, when and by whom. */
		valuesVersion: integer('values_version'),
		valuesConfirmedAt: moment('values_confirmed_at'),
		valuesConfirmedBy: person('values_confirmed_by'),
		/** What the organisation says of itself in this network. */
		mission: text(),
		actionFields: text('action_fields')
			.array()
			.notNull()
			.default(sql`'{}'`),
		contributions: text()
			.array()
			.notNull()
			.default(sql`'{}'`),
		internalNote: text('internal_note'),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [unique().on(t.networkId, t.organisationId), index().on(t.organisationId), index().on(t.networkId, t.state)]
);

/** Every step of a membership, with who, when and why. */
export const membershipChanges = pgTable(
	'membership_changes',
	{
		id: uuid().primaryKey(),
		membershipId: uuid('membership_id')
			.notNull()
			.references(() => memberships.id, { onDelete: 'cascade' }),
		step: text().notNull(),
		from: text().$type<words.MembershipState>(),
		to: text().$type<words.MembershipState>().notNull(),
		at: moment('at').notNull(),
		byPersonId: person('by_person_id'),
		reason: text()
	},
	(t) => [index().on(t.membershipId, t.at)]
);

/** A question to those who belong. Whom it reached and what they answered, the post of `people` knows under its id. */
export const networkInquiries = pgTable(
	'network_inquiries',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		text: text().notNull(),
		ask: jsonb().$type<Ask>().notNull(),
		minutes: integer().notNull(),
		audience: jsonb().$type<Audience>().notNull(),
		dueAt: moment('due_at').notNull(),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull(),
		sentAt: moment('sent_at'),
		remindedAt: moment('reminded_at'),
		withdrawnAt: moment('withdrawn_at')
	},
	(t) => [index().on(t.networkId, t.createdAt), index().on(t.createdBy)]
);
