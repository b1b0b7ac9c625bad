import { eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { refused } from '#lib/refusal.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { release } from './internal/close-option.ts';
import { changeOption } from './internal/desk-for.ts';
import { followHouse } from './internal/follow-house.ts';
import { logStep } from './internal/log-step.ts';
import { tellHolders } from './internal/tell-holder.ts';
import { options } from './tables.ts';

/** The house is in use: the register says so, and the group is asked once what became of it. Throws 401, 404, 409, 422. */
export function beginUse(ctx: Ctx, { id, on }: { id: string; on: string }): Promise<void> {
	return changeOption(ctx, id, async (inside, { desk, option }) => {
		const first = option.worksOn ?? option.contractOn;
		if (on > dayOf(ctx.now) || (first && on < first)) throw refused('day', 'Bitte einen Tag zwischen Vertrag und heute.', 'on');
		await moveProcedure(inside, { id, move: 'use', facts: { turn: option.turn, on } });
		await inside.db.update(options).set({ usedOn: on }).where(eq(options.id, option.id));
		await release(inside, option.id, 'used');
		await logStep(inside, { optionId: option.id, step: 'use' });
		await followHouse(inside, desk, { act: 'use', reason: `Eröffnet am ${germanDay(on)}` });
		const title = `${desk.house.title}: Was ist daraus geworden?`;
		const text =
			'Das Haus ist in Nutzung. Erzählt in fünf Minuten, was dort jetzt ist: Daraus wird ein Ort, den alle finden, und Zahlen, die anderen Mut machen.';
		await tellHolders(inside, [{ option, kind: 'option-used', about: option.id, title, text }]);
	});
}
