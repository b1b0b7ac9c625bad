import { listOwnOffices } from '#modules/networks/server/list-own-offices.ts';
import { and, desc, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import { organisations } from '#modules/organisations/server/tables.ts';
import { unauthenticated } from '#lib/refusal.ts';
import { editedMunicipalities, isAdmin, isOffice, type Ctx } from '#modules/people/actor.ts';
import type { Thread } from '../message.ts';
import { threadColumns, withReplies } from './internal/load-thread.ts';
import { messages } from './tables.ts';

const shown = 200;

/** Which messages somebody may answer: the same as `mayAnswer` says one by one. */
async function mine(ctx: Ctx): Promise<SQL | undefined> {
	const { actor } = ctx;
	const seats = (actor?.seats ?? []).filter(({ rights }) => rights !== 'read').map(({ organisationId }) => organisationId);
	const towns = editedMunicipalities(actor);
	const offices = await listOwnOffices(ctx);
	return or(
		seats.length ? inArray(messages.organisationId, seats) : undefined,
		towns.length ? inArray(organisations.ags, towns) : undefined,
		isAdmin(actor) ? sql`${organisations.ags} is not null` : undefined,
		offices.length ? and(eq(messages.step, 'network'), inArray(messages.networkId, offices)) : undefined,
		isOffice(actor) ? eq(messages.step, 'office') : undefined
	);
}

export type Inbox = { items: (Omit<Thread, 'replies'> & { sentAt: Date | null })[]; open: number };

/** What waits for an answer of somebody and what was answered; unanswered first, the oldest of them on top. At most 200. */
export async function listReceivedMessages(ctx: Ctx): Promise<Inbox> {
	if (!ctx.actor) throw unauthenticated();
	const own = await mine(ctx);
	if (!own) return { items: [], open: 0 };
	const items = await ctx.db
		.select({ ...threadColumns, sentAt: messages.sentAt })
		.from(messages)
		.innerJoin(organisations, eq(organisations.id, messages.organisationId))
		.where(and(own, ne(messages.state, 'waiting')))
		.orderBy(
			sql`${messages.state} <> 'open'`,
			sql`case when ${messages.state} = 'open' then ${messages.sentAt} end`,
			desc(messages.createdAt)
		)
		.limit(shown);
	return { items, open: items.filter(({ state }) => state === 'open').length };
}

/** What somebody has written themselves, with the answers, the newest first. */
export async function listOwnMessages(ctx: Ctx): Promise<Thread[]> {
	if (!ctx.actor) throw unauthenticated();
	const rows = await ctx.db
		.select(threadColumns)
		.from(messages)
		.innerJoin(organisations, eq(organisations.id, messages.organisationId))
		.where(eq(messages.personId, ctx.actor.id))
		.orderBy(desc(messages.createdAt))
		.limit(50);
	return withReplies(ctx, rows);
}
