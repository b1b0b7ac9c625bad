import { and, desc, eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedureSteps } from '#modules/procedures/server/tables.ts';
import { isRunning } from '../option.ts';
import { closeOption } from './internal/close-option.ts';
import { currentOption } from './internal/desk-for.ts';
import { logStep } from './internal/log-step.ts';
import { tellHolders } from './internal/tell-holder.ts';

/** Why it was cancelled, as whoever did it said. */
async function reasonOf({ db }: Pick<Ctx, 'db'>, procedureId: string): Promise<string> {
	const [step] = await db
		.select({ reason: procedureSteps.reason })
		.from(procedureSteps)
		.where(and(eq(procedureSteps.procedureId, procedureId), eq(procedureSteps.step, 'cancel')))
		.orderBy(desc(procedureSteps.at))
		.limit(1);
	return step?.reason ?? 'Das Verfahren ist aufgehoben.';
}

/** A procedure that is cancelled takes its running option along; the group hears. Called by the reaction to its move. */
export function endWithProcedure(ctx: Ctx, { id }: { id: string }): Promise<void> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const option = await currentOption(inside, id, { lock: true });
		if (!option || !isRunning(option.state)) return;
		const reason = await reasonOf(inside, id);
		await closeOption(inside, option, { state: 'lapsed', reason });
		await logStep(inside, { optionId: option.id, step: 'cancel', reason });
		const title = 'Das Verfahren ist aufgehoben';
		const about = `${option.id}:${dayOf(ctx.now)}`;
		await tellHolders(inside, [{ option, kind: 'option-cancelled', about, title, text: `Damit endet Eure Anhandgabe. ${reason}` }]);
	});
}
