import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Answer, Ask } from '../ask.ts';
import type { Channel, Topic } from '../topics.ts';
import { people } from './tables.ts';

/** What people are told and asked, and how it reaches them. */

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) =>
	uuid(name)
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' });

/** How much time somebody gives and when their brief comes. Without a row the defaults of `brief.ts` hold. */
export const mailSettings = pgTable('mail_settings', {
	personId: uuid('person_id')
		.primaryKey()
		.references(() => people.id, { onDelete: 'cascade' }),
	minutes: integer().notNull(),
	/** 1 is Monday. */
	weekday: integer().notNull(),
	hour: integer().notNull(),
	/** They want no brief any more; everything still stands in the account. */
	briefEndedAt: moment('brief_ended_at'),
	updatedAt: moment('updated_at').notNull()
});

/** What somebody chose for a topic (`topic:match`) or a sender (`sender:…`), where it differs from what is usual. */
export const channelChoices = pgTable(
	'channel_choices',
	{ personId: person('person_id'), about: text().notNull(), channel: text().$type<Channel>().notNull() },
	(t) => [primaryKey({ columns: [t.personId, t.about] })]
);

/** Somebody is away: no brief, no daily note; what they are asked for an organisation goes to their deputy there. */
export const absences = pgTable('absences', {
	personId: uuid('person_id')
		.primaryKey()
		.references(() => people.id, { onDelete: 'cascade' }),
	startsAt: moment('starts_at').notNull(),
	endsAt: moment('ends_at').notNull()
});

/** Who stands in for somebody in one organisation while they are away. Both sit there: `until` is the end of whichever seat ends first. */
export const deputies = pgTable(
	'deputies',
	{
		personId: person('person_id'),
		organisationId: text('organisation_id').notNull(),
		deputyId: person('deputy_id'),
		until: moment('until')
	},
	(t) => [primaryKey({ columns: [t.personId, t.organisationId] }), index().on(t.deputyId)]
);

/** Each weekly brief that was written, once per person and slot: two workers cannot both write it. */
export const briefs = pgTable(
	'briefs',
	{
		id: uuid().primaryKey(),
		personId: person('person_id'),
		/** The moment of the week it was due. */
		slot: moment('slot').notNull(),
		minutes: integer().notNull(),
		items: integer().notNull(),
		createdAt: moment('created_at').notNull()
	},
	(t) => [uniqueIndex().on(t.personId, t.slot)]
);

/** What somebody shall hear of, or is asked: once per person, kind and subject, by whichever way it reaches them. */
export const notices = pgTable(
	'notices',
	{
		id: uuid().primaryKey(),
		personId: person('person_id'),
		kind: text().notNull(),
		subjectId: text('subject_id').notNull(),
		topic: text().$type<Topic>().notNull(),
		/** The way it takes, as its person chose; chosen anew it moves what still waits. */
		channel: text().$type<Channel>().notNull(),
		/** A network, or null for the installation itself. */
		senderId: text('sender_id'),
		senderName: text('sender_name'),
		/** The organisation for which the person is asked: there a deputy may answer. */
		onBehalfOf: text('on_behalf_of'),
		minutes: integer().notNull(),
		data: jsonb().$type<Record<string, unknown>>().notNull(),
		/** What kind of answer is wanted; null when it is only to be read. */
		ask: jsonb().$type<Ask>(),
		dueAt: moment('due_at'),
		/** The seat for which the person is asked ends here. */
		until: moment('until'),
		createdAt: moment('created_at').notNull(),
		mailedAt: moment('mailed_at'),
		deputyMailedAt: moment('deputy_mailed_at'),
		briefId: uuid('brief_id').references(() => briefs.id, { onDelete: 'set null' }),
		remindedAt: moment('reminded_at'),
		withdrawnAt: moment('withdrawn_at'),
		answer: jsonb().$type<Answer>(),
		answeredAt: moment('answered_at'),
		answeredBy: uuid('answered_by').references(() => people.id, { onDelete: 'set null' })
	},
	(t) => [
		uniqueIndex().on(t.personId, t.kind, t.subjectId),
		index().on(t.kind, t.subjectId),
		index().on(t.senderId, t.createdAt),
		index('notices_waiting')
			.on(t.personId)
			.where(sql`${t.mailedAt} is null`),
		index('notices_open')
			.on(t.personId)
			.where(sql`${t.ask} is not null and ${t.answeredAt} is null and ${t.withdrawnAt} is null`)
	]
);

/** Addresses that mails came back from. `stoppedAt`: for good; `pausedUntil`: until then. */
export const addressTroubles = pgTable('address_troubles', {
	email: text().primaryKey(),
	softCount: integer('soft_count').notNull().default(0),
	pausedUntil: moment('paused_until'),
	stoppedAt: moment('stopped_at'),
	detail: text().notNull(),
	updatedAt: moment('updated_at').notNull()
});
