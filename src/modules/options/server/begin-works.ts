import { eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { refused } from '#lib/refusal.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { changeOption } from './internal/desk-for.ts';
import { followHouse } from './internal/follow-house.ts';
import { logStep } from './internal/log-step.ts';
import { options } from './tables.ts';

/** After the contract it is built. Throws 401, 404, 409, 422. */
export function beginWorks(ctx: Ctx, { id, on }: { id: string; on: string }): Promise<void> {
	return changeOption(ctx, id, async (inside, { desk, option }) => {
		if (on > dayOf(ctx.now) || (option.contractOn && on < option.contractOn))
			throw refused('day', 'Bitte einen Tag zwischen Vertrag und heute.', 'on');
		await moveProcedure(inside, { id, move: 'build', facts: { turn: option.turn, on } });
		await inside.db.update(options).set({ worksOn: on }).where(eq(options.id, option.id));
		await logStep(inside, { optionId: option.id, step: 'build' });
		await followHouse(inside, desk, {
			act: 'build',
			reason: `Vertrag vom ${germanDay(option.contractOn ?? on)}, Umsetzung seit ${germanDay(on)}`
		});
	});
}
