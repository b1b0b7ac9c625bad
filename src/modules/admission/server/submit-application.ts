import type { Ctx } from '#modules/people/actor.ts';
import { ownApplication } from './internal/application-for.ts';
import { takeTransition } from './internal/take-transition.ts';

/** Sends a draft, or the answer to a question of the office. 409 with what is missing; of two clicks the second hears that it is there already. */
export async function submitApplication(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const found = await ownApplication(inside, id, { write: true, lock: true });
		const transition = found.application.state === 'returned' ? 'resubmit' : 'submit';
		await takeTransition(inside, found, { transition, side: 'town' });
	});
}
