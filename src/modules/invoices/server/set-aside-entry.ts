import { dayAfter, dayOf } from '#lib/calendar.ts';
import { and, eq, ne } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { findOfficeNetwork } from '#modules/networks/server/find-office-network.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { bankEntries } from './tables.ts';

/** Days until an entry that is none of ours is forgotten. */
const days = 90;

/** Puts an entry aside that belongs to no invoice, or takes it out again (`back`). */
export async function setAsideEntry(
	ctx: Ctx,
	{ slug, id, note, back }: { slug: string; id: string; note?: string; back?: boolean }
): Promise<void> {
	const network = await findOfficeNetwork(ctx, slug);
	const decided = {
		state: 'set_aside',
		note: note ?? null,
		decidedBy: ctx.actor?.id ?? null,
		decidedAt: ctx.now,
		keepUntil: dayAfter(dayOf(ctx.now), days)
	} as const;
	const again = { state: 'open', note: null, decidedBy: null, decidedAt: null, keepUntil: null } as const;
	const [changed] = await ctx.db
		.update(bankEntries)
		.set(back ? again : decided)
		.where(and(eq(bankEntries.networkId, network.id), eq(bankEntries.id, id), ne(bankEntries.state, 'booked')))
		.returning({ id: bankEntries.id });
	if (!changed) throw refused('already-booked', 'Diesen Umsatz gibt es nicht mehr in der Liste: Er ist schon gebucht.');
}
