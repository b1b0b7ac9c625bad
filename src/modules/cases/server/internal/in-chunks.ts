import type { Ctx } from '#modules/people/actor.ts';

/** So many rows in one transaction. */
export const chunk = 200;
/** So many transactions at most in one run; the rest comes with the next. */
const most = 50;

/** Runs the work of a job in chunks, each in a transaction of its own, until nothing is due. `work` returns how many it did. */
export async function inChunks(ctx: Ctx, work: (inside: Ctx) => Promise<number>): Promise<number> {
	let done = 0;
	for (let i = 0; i < most; i++) {
		const n = await ctx.db.transaction((db) => work({ ...ctx, db }));
		done += n;
		if (n < chunk) break;
	}
	return done;
}
