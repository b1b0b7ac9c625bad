import { and, eq, inArray } from 'drizzle-orm';
import { isScoreLocked } from '#modules/judging/server/is-locked.ts';
import { loadVotes as loadJuryVotes } from '#modules/judging/server/load-votes.ts';
import { candidates } from '#modules/judging/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isDirect, kindRules, type Kind, type State } from '#modules/procedures/procedure.ts';

/** Points of the votes that count, by concept and leaf; names of nobody. */
export type ConceptVotes = Record<string, Record<string, number[]>>;

/** The points of every vote that counts. The caller has asked who reads. */
export async function loadVotes(ctx: Pick<Ctx, 'db' | 'actor'>, procedureId: string): Promise<ConceptVotes> {
	const votes = await loadJuryVotes(ctx, procedureId);
	return Object.fromEntries(votes.map(({ conceptId, leaves }) => [conceptId, leaves]));
}

/** Whether points can no longer change: they were fixed, there is nothing to score and everything is checked, or everybody could say something to a direct match. */
export async function areLocked(
	ctx: Pick<Ctx, 'db' | 'actor'>,
	{ id, kind, state }: { id: string; kind: Kind; state: State }
): Promise<boolean> {
	if (isDirect(kind)) return state === 'closed';
	if (!kindRules[kind].hasCriteria) {
		const open = await ctx.db.$count(
			candidates,
			and(eq(candidates.procedureId, id), inArray(candidates.state, ['unchecked', 'supplement']))
		);
		return state === 'precheck' && open === 0;
	}
	return state === 'deliberation' && (await isScoreLocked(ctx, id));
}
