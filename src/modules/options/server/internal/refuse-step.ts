import { eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotStep, type Step } from '../../option.ts';
import { optionRemedies } from '../tables.ts';
import type { OptionRow } from './desk-for.ts';
import { standstillOf } from './standstill.ts';

type Wanted = { step: Step; reason?: string; day?: string };

/** Throws what stands against a step of this option, 409 or 422. */
export async function refuseStep(ctx: Ctx, option: OptionRow, wanted: Wanted): Promise<void> {
	const { state, startsOn, endsOn, extensionCount, mostExtensions } = option;
	const remedies = await ctx.db
		.select({ until: optionRemedies.until, state: optionRemedies.state })
		.from(optionRemedies)
		.where(eq(optionRemedies.optionId, option.id));
	const standstillUntil = await standstillOf(ctx, option.procedureId);
	const known = { state, startsOn, endsOn, extensionCount, mostExtensions, remedies, standstillUntil, today: dayOf(ctx.now) };
	const not = whyNotStep({ ...known, ...wanted });
	if (not) throw refused(not.code, not.message, not.field);
}
