import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, Refusal } from '#lib/refusal.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { listOwnOffices } from '#modules/networks/server/list-own-offices.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import type { Thread } from '../message.ts';
import { mayAnswer } from '../policy.ts';
import { threadColumns, withReplies } from './internal/load-thread.ts';
import { messages } from './tables.ts';

/** Which message, and by what right: a signed link of a mail, or the id for somebody signed in. */
export type MessageKey = { link: string } | { id: string };

/** What those who answer read besides: how to reach whoever asks, and why it came to them. */
export type Received = Thread & { email: string; why: string; answersAs: string };

const gone = () =>
	new Refusal(410, 'message-gone', { message: 'Diese Nachricht gibt es nicht mehr: Ein Jahr nach dem letzten Wort wird sie gelöscht.' });

const row = async (ctx: Ctx, id: string) => {
	if (!isUuid(id)) return undefined;
	const [found] = await ctx.db
		.select({ message: messages, ags: organisations.ags, thread: threadColumns })
		.from(messages)
		.innerJoin(organisations, eq(organisations.id, messages.organisationId))
		.where(eq(messages.id, id));
	return found;
};

async function threadOf(ctx: Ctx, { thread }: { thread: Omit<Thread, 'replies'> }): Promise<Thread> {
	const [whole] = await withReplies(ctx, [thread]);
	return whole ?? { ...thread, replies: [] };
}

/** A message for whoever may answer it. Throws 404, and 410 for a link whose message is gone. */
export async function findReceivedMessage(ctx: Ctx, key: MessageKey): Promise<Received> {
	const id = 'link' in key ? ((await verifyLink(ctx, { purpose: 'answer-message', token: key.link })).message ?? '') : key.id;
	const found = await row(ctx, id);
	if (!found && 'link' in key) throw gone();
	if (!found || found.message.state === 'waiting') throw notFound();
	if ('id' in key && !mayAnswer(ctx.actor, { ...found.message, ags: found.ags }, await listOwnOffices(ctx))) throw notFound();
	const { senderEmail, why, answersAs } = found.message;
	return { ...(await threadOf(ctx, found)), email: senderEmail, why, answersAs };
}

/** A message for whoever wrote it. Throws 404, and 410 for a link whose message is gone. */
export async function findOwnMessage(ctx: Ctx, key: MessageKey): Promise<Thread> {
	const id = 'link' in key ? ((await verifyLink(ctx, { purpose: 'read-message', token: key.link })).message ?? '') : key.id;
	const found = await row(ctx, id);
	if (!found && 'link' in key) throw gone();
	if (!found || ('id' in key && (!ctx.actor || found.message.personId !== ctx.actor.id))) throw notFound();
	return threadOf(ctx, found);
}
