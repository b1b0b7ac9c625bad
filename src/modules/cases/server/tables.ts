import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { networks } from '#modules/networks/server/tables.ts';
import type { RouteStep } from '#modules/organisations/contact-route.ts';
import type { ContactTopic } from '#modules/organisations/contact.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { About, MessageState, ReplyKind } from '../message.ts';
import { dueAt } from './internal/due.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A message to whoever answers for an organisation. Nothing of it is public but how long a reply takes, over at least five. */
export const messages = pgTable(
	'messages',
	{
		id: uuid().primaryKey(),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		topic: text().$type<ContactTopic>(),
		text: text().notNull(),
		about: jsonb().$type<About>(),
		/** Who asks: with an account, or with an address that is confirmed before anything leaves. */
		personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
		senderName: text('sender_name').notNull(),
		senderEmail: text('sender_email').notNull(),
		state: text().$type<MessageState>().notNull(),
		/** Where it was led, and why. */
		step: text().$type<RouteStep>().notNull().default('office'),
		why: text().notNull().default(''),
		networkId: uuid('network_id').references(() => networks.id, { onDelete: 'set null' }),
		sentTo: text('sent_to')
			.array()
			.notNull()
			.default(sql`'{}'`),
		/** The name of the place that answers, as the reply is signed. */
		answersAs: text('answers_as').notNull().default(''),
		promisedDays: integer('promised_days').notNull().default(10),
		createdAt: moment('created_at').notNull(),
		/** Since when it waits for a reply: when it was sent, or confirmed. */
		sentAt: moment('sent_at'),
		firstReplyAt: moment('first_reply_at'),
		expiresAt: moment('expires_at').notNull(),
		/** When the promised days had passed and somebody else was asked; this happens once. */
		escalatedAt: moment('escalated_at')
	},
	(t) => [
		index().on(t.organisationId, t.sentAt),
		index().on(t.personId),
		index().on(t.networkId),
		index().on(t.expiresAt),
		index('messages_waiting')
			.on(dueAt(t.sentAt, t.promisedDays))
			.where(sql`${t.state} = 'open' and ${t.escalatedAt} is null`)
	]
);

export const messageReplies = pgTable(
	'message_replies',
	{
		id: uuid().primaryKey(),
		messageId: uuid('message_id')
			.notNull()
			.references(() => messages.id, { onDelete: 'cascade' }),
		kind: text().$type<ReplyKind>().notNull(),
		text: text().notNull(),
		byName: text('by_name').notNull(),
		byPersonId: uuid('by_person_id').references(() => people.id, { onDelete: 'set null' }),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.messageId, t.at)]
);
