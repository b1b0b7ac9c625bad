import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { CampaignState, Figures, RecipientState, Selection } from '../campaign.ts';
import type { Callback, Plan, Showing } from '../reply.ts';
import type * as words from '../vocabulary.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const town = () =>
	text()
		.notNull()
		.references(() => municipalities.ags);

/** How a municipality signs what it writes to owners, and what the notice of Art. 14 GDPR has to name. */
export const ownerSenders = pgTable('owner_senders', {
	ags: text()
		.primaryKey()
		.references(() => municipalities.ags),
	name: text().notNull(),
	unit: text().notNull(),
	street: text().notNull(),
	postalCode: text('postal_code').notNull(),
	city: text().notNull(),
	phone: text().notNull(),
	email: text().notNull(),
	/** Who can be asked about data protection, and where one can complain. */
	protection: text().notNull(),
	authority: text().notNull(),
	updatedAt: moment('updated_at').notNull()
});

/**
 * An owner as one municipality knows them: personal data, restricted to its editors, gone on `purge_on`. No column points at a person of this platform, so
 * that nobody's own export carries an owner; who wrote what stands in the events.
 */
export const owners = pgTable(
	'owners',
	{
		id: uuid().primaryKey(),
		ags: town(),
		kind: text().$type<words.OwnerKind>().notNull().default('unknown'),
		name: text().notNull(),
		representative: text(),
		street: text(),
		postalCode: text('postal_code'),
		city: text(),
		country: text(),
		/** A letter to this address came back on that day; a new address clears it. */
		addressTroubleOn: date('address_trouble_on'),
		email: text(),
		phone: text(),
		preferredChannel: text('preferred_channel').$type<words.Channel>().notNull().default('unknown'),
		distance: text().$type<words.Distance>().notNull().default('unknown'),
		doNotContactAt: moment('do_not_contact_at'),
		doNotContactReason: text('do_not_contact_reason'),
		legalBasis: text('legal_basis').$type<words.LegalBasis>().notNull(),
		/** Where the data come from, in words, and since when. */
		origin: text().notNull(),
		knownSince: date('known_since').notNull(),
		purgeOn: date('purge_on').notNull(),
		/** When the notice of Art. 14 GDPR left. */
		noticeSentOn: date('notice_sent_on'),
		note: text(),
		version: integer().notNull().default(1),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.ags, t.name), index().on(t.purgeOn)]
);

/** What an owner holds of a house, and what they want with it: said when, and how we know. */
export const ownerships = pgTable(
	'ownerships',
	{
		id: uuid().primaryKey(),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		ownerId: uuid('owner_id')
			.notNull()
			.references(() => owners.id, { onDelete: 'cascade' }),
		rank: text().$type<words.Rank>().notNull().default('primary'),
		right: text('right_kind').$type<words.Right>().notNull().default('ownership'),
		share: text(),
		since: date(),
		until: date(),
		attitude: text().$type<words.Attitude>().notNull().default('not_reached'),
		attitudeSource: text('attitude_source').$type<words.AttitudeSource>(),
		attitudeOn: date('attitude_on'),
		adviceNeeds: text('advice_needs')
			.array()
			.$type<words.AdviceNeed[]>()
			.notNull()
			.default(sql`'{}'`),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [
		index().on(t.propertyId),
		index().on(t.ownerId),
		uniqueIndex('ownerships_current')
			.on(t.propertyId, t.ownerId, t.right)
			.where(sql`${t.until} is null`)
	]
);

/** Why a house stands empty; several, each in the municipality's own words. */
export const vacancyReasons = pgTable(
	'vacancy_reasons',
	{
		id: uuid().primaryKey(),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		cause: text().$type<words.VacancyReason>().notNull(),
		words: text(),
		recordedAt: moment('recorded_at').notNull(),
		recordedBy: uuid('recorded_by').references(() => people.id, { onDelete: 'set null' })
	},
	(t) => [uniqueIndex().on(t.propertyId, t.cause)]
);

/** A letter to many owners. What was chosen is frozen when the selection is fixed: `selection` says how, the recipients say whom. */
export const ownerCampaigns = pgTable(
	'owner_campaigns',
	{
		id: uuid().primaryKey(),
		ags: town(),
		name: text().notNull(),
		goal: text(),
		state: text().$type<CampaignState>().notNull().default('draft'),
		selection: jsonb().$type<Selection>().notNull(),
		subject: text().notNull(),
		text: text().notNull(),
		signatory: text().notNull(),
		signatoryRole: text('signatory_role'),
		replyBy: date('reply_by').notNull(),
		withCosts: boolean('with_costs').notNull().default(false),
		frozenAt: moment('frozen_at'),
		sentOn: date('sent_on'),
		closedAt: moment('closed_at'),
		/** What came of it, kept when it was closed: people are purged, figures stay. */
		figures: jsonb().$type<Figures>(),
		version: integer().notNull().default(1),
		createdAt: moment('created_at').notNull(),
		createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.ags, t.updatedAt)]
);

/** One letter of a campaign: to whom, about which house, and what came of it. The code is kept as its hash only. */
export const ownerRecipients = pgTable(
	'owner_recipients',
	{
		id: uuid().primaryKey(),
		campaignId: uuid('campaign_id')
			.notNull()
			.references(() => ownerCampaigns.id, { onDelete: 'cascade' }),
		ownerId: uuid('owner_id')
			.notNull()
			.references(() => owners.id, { onDelete: 'cascade' }),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		state: text().$type<RecipientState>().notNull(),
		exclusion: text().$type<words.Exclusion>(),
		returnReason: text('return_reason').$type<words.ReturnReason>(),
		hash: text().notNull().unique(),
		codeUntil: date('code_until').notNull(),
		sentOn: date('sent_on'),
		repliedAt: moment('replied_at'),
		position: integer().notNull()
	},
	(t) => [uniqueIndex().on(t.campaignId, t.ownerId, t.propertyId), index().on(t.ownerId, t.sentOn), index().on(t.propertyId)]
);

/** What somebody answered; they may come back with the same code, and the last word counts. */
export const ownerReplies = pgTable(
	'owner_replies',
	{
		id: uuid().primaryKey(),
		recipientId: uuid('recipient_id')
			.notNull()
			.references(() => ownerRecipients.id, { onDelete: 'cascade' }),
		standing: text().$type<words.Standing>().notNull(),
		plan: text().$type<Plan>().notNull(),
		showing: text().$type<Showing>().notNull().default('unsaid'),
		/** When a clerk wrote the yes down as a consent. */
		consentedAt: moment('consented_at'),
		adviceNeeds: text('advice_needs').array().$type<words.AdviceNeed[]>().notNull(),
		callback: text().$type<Callback>().notNull(),
		phone: text(),
		email: text(),
		message: text(),
		via: text().$type<words.ReplyChannel>().notNull(),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.recipientId, t.at)]
);
