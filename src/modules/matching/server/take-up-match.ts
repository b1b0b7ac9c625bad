import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { stepFrom, type MatchState } from '../match.ts';
import { findPair, type PairKey } from './find-pair.ts';
import { matches } from './tables.ts';

/** A case begins with this match: after contact was released it is in mediation from now on, before that it stays as it is. In the caller's transaction. Throws 404 for strangers. */
export async function takeUpMatch(ctx: Ctx, key: PairKey & { matchId: string }): Promise<MatchState> {
	await findPair(ctx, key);
	const [match] = await ctx.db.select().from(matches).where(eq(matches.id, key.matchId)).for('update');
	const result = match && stepFrom(match.state, 'takeUp');
	if (!match || !result || 'why' in result) return match?.state ?? 'suggested';
	await ctx.db.update(matches).set({ state: result.to }).where(eq(matches.id, match.id));
	const data = { spaceId: match.spaceId, requestId: match.requestId, from: match.state };
	await recordEvent(ctx, `match.${result.to}`, { subjectId: match.id, data });
	return result.to;
}
