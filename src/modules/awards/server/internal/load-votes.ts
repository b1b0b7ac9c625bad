import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { concepts } from '#modules/concepts/server/tables.ts';
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
	const { hasCriteria } = kindRules[kind];
	if (!hasCriteria) {
		const unsettled = or(isNull(candidates.state), inArray(candidates.state, ['unchecked', 'supplement']));
		const [open] = await ctx.db
			.select({ id: concepts.id })
			.from(concepts)
			.leftJoin(candidates, eq(candidates.conceptId, concepts.id))
			.where(and(eq(concepts.procedureId, id), eq(concepts.state, 'opened'), unsettled))
			.limit(1);
		return state === 'precheck' && !open;
	}
	return state === 'deliberation' && (await isScoreLocked(ctx, id));
}
