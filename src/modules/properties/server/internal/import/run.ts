import { eq, sql } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { imports } from '../../import-tables.ts';

export type Import = typeof imports.$inferSelect;

/** True for the one process that works on this import until its transaction ends; whoever dies lets go by dying. */
export async function holds(ctx: Pick<Ctx, 'db'>, id: string): Promise<boolean> {
	const { rows } = await ctx.db.execute<{ held: boolean }>(
		sql`select pg_try_advisory_xact_lock(hashtext('import'), hashtext(${id})) as held`
	);
	return rows[0]?.held ?? false;
}

/** Says how far the work is, outside its transaction, so that others see it. */
export const tell =
	(ctx: Pick<Ctx, 'db'>, { id, total }: { id: string; total: number | null }) =>
	async (done: number) => {
		await ctx.db.update(imports).set({ progress: { done, total } }).where(eq(imports.id, id));
	};

/** Files that turn out to be unreadable fail with their sentence; anything else is a bug and says so. */
export async function fail(ctx: Pick<Ctx, 'db'>, id: string, error: unknown): Promise<void> {
	const failure =
		error instanceof Refusal ? error.message : 'Beim Lesen der Liste ist ein unerwarteter Fehler aufgetreten. Es wurde nichts geändert.';
	await ctx.db.update(imports).set({ state: 'failed', failure, progress: null }).where(eq(imports.id, id));
	if (!(error instanceof Refusal)) throw error;
}
