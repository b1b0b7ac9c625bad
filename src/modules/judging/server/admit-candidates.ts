import { and, eq, inArray } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { whyNotAdmit } from '../precheck.ts';
import { asManager } from '../policy.ts';
import { changingPanel } from './internal/load-panel.ts';
import { whyNoTalk } from './internal/load-talks.ts';
import { checkedOf } from './internal/settle-state.ts';
import { candidates } from './tables.ts';

/** Ends the first check: what is valid is scored, what is excluded stays out. Throws 401, 404, 409. */
export async function admitCandidates(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asManager(panel);
		const valid = panel.concepts.filter(({ state }) => state !== 'excluded').map((one) => one.id);
		const facts = { admitted: valid.length, excluded: panel.concepts.length - valid.length };
		await moveProcedure(inside, { id, move: 'admit', facts });
		const { eligibility: conditions, isBlind } = panel.frozen;
		const checked = [...(await checkedOf(inside, panel)).values()];
		const against = [...whyNotAdmit(checked, { conditions, isBlind }), ...(await whyNoTalk(inside, panel))];
		if (against.length) throw refused('not-settled', against.join(' '));
		await inside.db
			.update(candidates)
			.set({ state: 'valid' })
			.where(and(eq(candidates.procedureId, id), inArray(candidates.conceptId, valid)));
	});
}
