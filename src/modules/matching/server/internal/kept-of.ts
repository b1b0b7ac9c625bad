import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { isReleased, type MatchState } from '../../match.ts';
import { findContact, type Contact } from '../find-contact.ts';
import type { PairKey } from '../find-pair.ts';
import { matches } from '../tables.ts';

type Kept = { state: MatchState; closedReason: string | null; contact: Contact | null };

/** How far a pair has come; contact data only where it is released to whoever asks. */
export async function keptOf(ctx: Ctx, pair: PairKey): Promise<Kept> {
	const [row] = await ctx.db
		.select({ state: matches.state, closedReason: matches.closedReason })
		.from(matches)
		.where(and(eq(matches.spaceId, pair.spaceId), eq(matches.requestId, pair.requestId)));
	if (!row) return { state: 'suggested', closedReason: null, contact: null };
	return { ...row, contact: isReleased(row.state) ? await findContact(ctx, pair) : null };
}
