import { desc } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { firstWeights, readWeights, type Weights } from '../weights.ts';
import { matchWeights } from './tables.ts';

/** The weights that count now: the newest version. */
export async function findWeights(ctx: Pick<Ctx, 'db'>): Promise<Weights> {
	const [row] = await ctx.db.select().from(matchWeights).orderBy(desc(matchWeights.version)).limit(1);
	return row ? readWeights(row.version, row.weights) : firstWeights;
}

/** Every version with its reason, the newest first. */
export async function listWeights(ctx: Pick<Ctx, 'db'>) {
	const rows = await ctx.db.select().from(matchWeights).orderBy(desc(matchWeights.version));
	return rows.map(({ version, weights, reason, createdAt }) => ({ ...readWeights(version, weights), reason, createdAt }));
}
