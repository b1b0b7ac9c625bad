import { sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { NewSeat } from '../../seat.ts';
import { organisations, seats } from '../tables.ts';
import { tell } from './tell.ts';

/** Lets a person take a seat and claims the organisation with its first one. Whoever calls has asked the policy. Returns the seat's id. */
export async function openSeat(
	ctx: Ctx,
	{ organisationId, personId, ...wish }: NewSeat & { organisationId: string; personId: string }
): Promise<string> {
	const id = newId();
	const {
		function: duty,
		rights,
		title = null,
		startsAt = ctx.now,
		endsAt = null,
		deputyOf = null,
		successorOf = null,
		via = null,
		reason
	} = wish;
	const row = { function: duty, rights, title, startsAt, endsAt, deputyOf, successorOf, via };
	const { rowCount } = await ctx.db
		.insert(seats)
		.values({ id, organisationId, personId, ...row, createdBy: ctx.actor?.id ?? null, createdAt: ctx.now })
		.onConflictDoNothing();
	if (!rowCount)
		throw refused('seat-already', 'Diese Person hat diese Aufgabe hier schon. Bitte eine andere Aufgabe wählen oder den Platz ändern.');
	await ctx.db
		.update(organisations)
		.set({
			claimedAt: sql`coalesce(${organisations.claimedAt}, ${ctx.now.toISOString()}::timestamptz)`,
			publishedAt: sql`case when ${organisations.kind} in ('municipality', 'county') then coalesce(${organisations.publishedAt}, ${ctx.now.toISOString()}::timestamptz) else ${organisations.publishedAt} end`
		})
		.where(sql`${organisations.id} = ${organisationId}`);
	const after = { function: duty, rights, title, startsAt: startsAt.toISOString(), endsAt: endsAt?.toISOString() ?? null };
	await tell(ctx, organisationId, { kind: 'seat.given', personId, after, reason });
	return id;
}
