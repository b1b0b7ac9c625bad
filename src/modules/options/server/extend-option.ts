import { eq } from 'drizzle-orm';
import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { changeOption, refuseOlder } from './internal/desk-for.ts';
import { logStep } from './internal/log-step.ts';
import { refuseStep } from './internal/refuse-step.ts';
import { tellHolders } from './internal/tell-holder.ts';
import { options } from './tables.ts';

type Extension = { id: string; version: number; endsOn: string; reason: string };

/** Moves the last day, with a reason that everybody reads, as often as was agreed. Throws 401, 404, 409, 422. */
export function extendOption(ctx: Ctx, { id, version, endsOn, reason }: Extension): Promise<void> {
	return changeOption(ctx, id, async (inside, { desk, option }) => {
		refuseOlder(option, version);
		await refuseStep(inside, option, { step: 'extend', reason, day: endsOn });
		const count = option.extensionCount + 1;
		await inside.db
			.update(options)
			.set({ state: 'extended', endsOn, extensionCount: count, warned: 0, version: option.version + 1 })
			.where(eq(options.id, option.id));
		await logStep(inside, { optionId: option.id, step: 'extend', endsOn, reason });
		await appendEntry(inside, { recordId: id, kind: 'option.extended', facts: { turn: option.turn, until: endsOn, count, reason } });
		const title = `${desk.house.title}: verlängert bis ${germanDay(endsOn)}`;
		const about = `${option.id}:${count}`;
		await tellHolders(inside, [{ option: { ...option, endsOn }, kind: 'option-extended', about, title, text: reason }]);
	});
}
