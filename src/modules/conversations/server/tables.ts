import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from '#modules/people/server/tables.ts';
import type { ConversationState, TrailKind } from '../conversation.ts';
import type { FrozenMessage, ReportReason } from '../report.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const trace = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });
const own = (name: string) =>
	uuid(name)
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' });
const ofConversation = () =>
	uuid('conversation_id')
		.notNull()
		.references(() => conversations.id, { onDelete: 'cascade' });

/** What people write to each other, about a subject of another module or directly between two. Nothing of it is public. */
export const conversations = pgTable(
	'conversations',
	{
		id: uuid().primaryKey(),
		/** Both null: direct, between two people. */
		subjectType: text('subject_type'),
		subjectId: uuid('subject_id'),
		/** The two of a direct conversation, the smaller id first: there is one for each pair. */
		firstId: trace('first_id'),
		secondId: trace('second_id'),
		/** What it is about and where that is to be seen: a path of this site. Either may be empty. */
		title: text().notNull(),
		address: text().notNull(),
		state: text().$type<ConversationState>().notNull(),
		/** Who made first contact, and waits for an answer. */
		askedBy: trace('asked_by'),
		lastNumber: integer('last_number').notNull().default(0),
		createdAt: moment('created_at').notNull(),
		/** The last word, from which two years are counted. */
		lastAt: moment('last_at').notNull()
	},
	(t) => [
		uniqueIndex('conversations_once_per_subject').on(t.subjectType, t.subjectId),
		uniqueIndex('conversations_once_per_pair').on(t.firstId, t.secondId),
		index().on(t.secondId),
		index().on(t.askedBy),
		index().on(t.lastAt)
	]
);

export const conversationMembers = pgTable(
	'conversation_members',
	{
		conversationId: ofConversation(),
		personId: own('person_id'),
		/** Shown instead of the name until they write for the first time: somebody who was found through a page that does not name them. */
		alias: text(),
		joinedAt: moment('joined_at').notNull(),
		leftAt: moment('left_at'),
		mutedAt: moment('muted_at'),
		/** The number of the last message they have seen. */
		readUntil: integer('read_until').notNull().default(0),
		/** The number of the first message they have not; a mail about it may be out, and no other leaves before they have read. */
		unreadFrom: integer('unread_from')
	},
	(t) => [
		primaryKey({ columns: [t.conversationId, t.personId] }),
		index().on(t.personId),
		index('conversation_members_unread')
			.on(t.personId)
			.where(sql`${t.unreadFrom} is not null and ${t.mutedAt} is null and ${t.leftAt} is null`)
	]
);

export const conversationMessages = pgTable(
	'conversation_messages',
	{
		id: uuid().primaryKey(),
		conversationId: ofConversation(),
		/** Counted in the conversation from 1, without gaps: what a permalink says. */
		number: integer().notNull(),
		/** Null: their account is gone. */
		authorId: trace('author_id'),
		text: text().notNull(),
		/** Made by the form it was typed in: sent twice, it counts once. */
		once: text(),
		at: moment('at').notNull(),
		/** Taken out by the administration, and what the members read in its place. */
		hiddenAt: moment('hidden_at'),
		hiddenReason: text('hidden_reason'),
		hiddenBy: trace('hidden_by')
	},
	(t) => [
		uniqueIndex().on(t.conversationId, t.number),
		uniqueIndex('conversation_messages_once').on(t.conversationId, t.authorId, t.once),
		index().on(t.authorId),
		index().on(t.hiddenBy)
	]
);

export const conversationFiles = pgTable(
	'conversation_files',
	{
		id: uuid().primaryKey(),
		messageId: uuid('message_id')
			.notNull()
			.references(() => conversationMessages.id, { onDelete: 'cascade' }),
		name: text().notNull(),
		key: text().notNull().unique(),
		contentType: text('content_type').notNull(),
		bytes: integer().notNull()
	},
	(t) => [index().on(t.messageId)]
);

/** What happened to a conversation and its members: who, when. Blocks never stand here. */
export const conversationTrail = pgTable(
	'conversation_trail',
	{
		id: uuid().primaryKey(),
		conversationId: ofConversation(),
		kind: text().$type<TrailKind>().notNull(),
		/** Whom it happened to. */
		personId: trace('person_id'),
		byPersonId: trace('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.conversationId, t.at), index().on(t.personId), index().on(t.byPersonId)]
);

/** Who wants to hear nothing more of whom. Only the first of the two ever learns of it. */
export const conversationBlocks = pgTable(
	'conversation_blocks',
	{ personId: own('person_id'), blockedId: own('blocked_id'), at: moment('at').notNull() },
	(t) => [primaryKey({ columns: [t.personId, t.blockedId] }), index().on(t.blockedId)]
);

/** What a member showed to the administration: the words as they stood then. */
export const conversationReports = pgTable(
	'conversation_reports',
	{
		id: uuid().primaryKey(),
		conversationId: ofConversation(),
		messageId: uuid('message_id')
			.notNull()
			.references(() => conversationMessages.id, { onDelete: 'cascade' }),
		reporterId: trace('reporter_id'),
		reason: text().$type<ReportReason>().notNull(),
		words: text().notNull(),
		/** The message that is meant comes last. */
		copy: jsonb().$type<FrozenMessage[]>().notNull(),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.messageId), index().on(t.conversationId), index().on(t.reporterId)]
);
