import { sql } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { leavesOf } from '../criteria.ts';
import { balanced } from '../weights.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { changeDraft } from './internal/procedure-for.ts';

async function write(ctx: Ctx, weights: ReadonlyMap<string, number>): Promise<void> {
	const [ids, tenths] = [sql.param([...weights.keys()]), sql.param([...weights.values()])];
	await ctx.db.execute(sql`
		update procedure_leaves l set weight = w.weight, version = l.version + 1, updated_at = ${ctx.now.toISOString()}::timestamptz, updated_by = ${ctx.actor?.id ?? null}::uuid
		from unnest(${ids}::uuid[], ${tenths}::smallint[]) w (id, weight) where l.id = w.id and l.weight <> w.weight`);
}

/** Sets the weights of several criteria at once, tenths of a percent by the id of the leaf; they need not come to 100 yet. Throws 401, 404, 409. */
export async function setWeights(ctx: Ctx, { id, weights }: { id: string; weights: ReadonlyMap<string, number> }): Promise<void> {
	await changeDraft(ctx, id, async (inside) => {
		const known = new Set(leavesOf(await loadCriteria(inside, id)).map((leaf) => leaf.id));
		if ([...weights.keys()].some((leafId) => !known.has(leafId)))
			throw notFound('Eines dieser Kriterien gibt es nicht mehr. Bitte die Seite neu laden.');
		await write(inside, weights);
	});
}

/** Takes the nearest weights that come to 100, each with its share. Throws 401, 404, 409. */
export async function balanceWeights(ctx: Ctx, id: string): Promise<void> {
	await changeDraft(ctx, id, async (inside) => {
		const leaves = leavesOf(await loadCriteria(inside, id));
		if (!leaves.length) throw refused('no-leaf', 'Es gibt noch kein Kriterium.');
		const weights = balanced(leaves.map(({ weight }) => weight));
		await write(inside, new Map(leaves.map((leaf, n) => [leaf.id, weights[n] ?? 0])));
	});
}
