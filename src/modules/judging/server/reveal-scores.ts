import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { admittedOf } from '../panel.ts';
import { asManager } from '../policy.ts';
import { whyNotReveal } from '../turn.ts';
import { changingPanel } from './internal/load-panel.ts';

/** All have scored: from here on the jury sees all points side by side. Throws 401, 404, 409 with who is missing. */
export async function revealScores(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asManager(panel);
		const votes = panel.seating.reviews.filter(({ state }) => state === 'submitted').length;
		await moveProcedure(inside, { id, move: 'reveal', facts: { concepts: admittedOf(panel).length, reviews: votes } });
		const against = whyNotReveal(panel);
		if (against.length) throw refused('not-all-in', against.join(' '));
	});
}
