import { dayOf } from '#lib/calendar.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isRunning } from '../option.ts';
import { closeOption } from './internal/close-option.ts';
import { currentOption } from './internal/desk-for.ts';
import { logStep } from './internal/log-step.ts';
import { tellHolders } from './internal/tell-holder.ts';

/** A procedure that is cancelled takes its running option along; the group hears. Called by the reaction to its move. */
export function endWithProcedure(ctx: Ctx, { id, reason }: { id: string; reason: string }): Promise<void> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const option = await currentOption(inside, id, { lock: true });
		if (!option || !isRunning(option.state)) return;
		await closeOption(inside, option, { state: 'lapsed', reason });
		await logStep(inside, { optionId: option.id, step: 'cancel', reason });
		const title = 'Das Verfahren ist aufgehoben';
		const about = `${option.id}:${dayOf(ctx.now)}`;
		await tellHolders(inside, [{ option, kind: 'option-cancelled', about, title, text: `Damit endet Eure Anhandgabe. ${reason}`.trim() }]);
	});
}
