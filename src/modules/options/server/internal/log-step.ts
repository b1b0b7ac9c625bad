import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { optionSteps } from '../tables.ts';

type Logged = Pick<typeof optionSteps.$inferInsert, 'optionId' | 'step' | 'reason' | 'endsOn'>;

/** Writes down a step of an option, in the transaction of the step. */
export async function logStep(ctx: Ctx, step: Logged): Promise<void> {
	await ctx.db.insert(optionSteps).values({ id: newId(), ...step, byPersonId: ctx.actor?.id ?? null, at: ctx.now });
}
