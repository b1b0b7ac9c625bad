import { newId } from '#lib/server/id.ts';
import { insertMany } from '#lib/server/insert-many.ts';
import type { Ctx } from '../actor.ts';
import type { Ask } from '../ask.ts';
import type { MailLink } from '../mail.ts';
import { channelFor, topics, type Choices, type Topic } from '../topics.ts';
import { choicesOf, choicesOfAll } from './internal/choices-of.ts';
import { mailAtOnce } from './internal/mail-at-once.ts';
import { notices } from './post-tables.ts';

/** What a notice shows in the account and in mails; `href` is a local path such as `/raeume/alte-schule`. `inMail`: where a mail leads instead, without signing in. */
export type NoticeData = { title: string; text: string; href: string; inMail?: MailLink };
export type NewNotice = {
	personId: string;
	/** With `subjectId` what it is about: nobody hears twice of the same two, whichever way it reaches them. */
	kind: string;
	subjectId: string;
	topic: Topic;
	data: NoticeData;
	/** Who says or asks it, a network; none is the installation. */
	sender?: { id: string; name: string };
	/** How long reading or answering takes; without it what is usual for the topic. */
	minutes?: number;
	/** The kind of answer that is wanted; without it there is only something to read. */
	ask?: Ask;
	/** An answer works, and may be changed, until then. */
	dueAt?: Date;
	/** The organisation for which the person is asked: there a deputy may answer. `until` is the end of their seat, if it has one. */
	onBehalfOf?: { organisationId: string; until: Date | null };
	/** They have a mail about it already: it stands in the account, and no further mail comes. */
	isTold?: boolean;
};

/** The row of a notice, on the way that its person chose. */
function rowOf(ctx: Pick<Ctx, 'now'>, notice: NewNotice, choices: Choices) {
	const { personId, kind, subjectId, topic, data, sender, ask, dueAt, onBehalfOf, isTold } = notice;
	return {
		...{ id: newId(), personId, kind, subjectId, topic, channel: channelFor({ topic, senderId: sender?.id ?? null }, choices), data, ask },
		...{ dueAt, createdAt: ctx.now, mailedAt: isTold ? ctx.now : null },
		...{ minutes: notice.minutes ?? topics[topic].minutes, senderId: sender?.id, senderName: sender?.name },
		...{ onBehalfOf: onBehalfOf?.organisationId, until: onBehalfOf?.until }
	};
}

/**
 * Tells or asks somebody something, once per person, kind and subject: a second call with the same three changes nothing. It reaches them the way they
 * chose for the topic and the sender. Part of commands and reactions, it asks no policy. Returns whether it is new.
 */
export async function addNotice(ctx: Pick<Ctx, 'db' | 'now'>, notice: NewNotice): Promise<boolean> {
	const values = rowOf(ctx, notice, await choicesOf(ctx, notice.personId));
	const [added] = await ctx.db.insert(notices).values(values).onConflictDoNothing().returning();
	if (added?.channel === 'now' && !notice.isTold) await mailAtOnce(ctx, added);
	return added !== undefined;
}

/** The same for many, in two statements for every thousand. Not for topics that may come at once. */
export async function addNotices(ctx: Pick<Ctx, 'db' | 'now'>, all: readonly NewNotice[]): Promise<void> {
	for (let from = 0; from < all.length; from += 1000) {
		const part = all.slice(from, from + 1000);
		const choices = await choicesOfAll(ctx, [...new Set(part.map(({ personId }) => personId))]);
		const rows = part.map((notice) => rowOf(ctx, notice, choices.get(notice.personId) ?? new Map()));
		await insertMany(ctx.db, notices, rows);
	}
}
