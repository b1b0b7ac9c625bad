import { and, desc, eq } from 'drizzle-orm';
import { dayAfter, dayOf } from '#lib/calendar.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { daysBetween } from '../option.ts';
import { deskFor } from './internal/desk-for.ts';
import { giveOption } from './internal/give-option.ts';
import { options, optionSteps } from './tables.ts';

/**
 * Whoever waits moves up: the same terms and the same length as the option before had when it was given, from today. Whoever waits behind goes on waiting.
 * Returns the id of the option. Throws 401, 404, 409, 422.
 */
export function callSuccessor(ctx: Ctx, { id, conceptId }: { id: string; conceptId?: string }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const desk = await deskFor(inside, id);
		const [before] = await db.select().from(options).where(eq(options.procedureId, id)).orderBy(desc(options.turn)).limit(1);
		if (!before) throw refused('nobody-before', 'Hier war noch niemand an der Reihe. Bitte zuerst an die Hand geben.');
		const startsOn = dayOf(ctx.now);
		const first = await firstEnd(inside, before.id);
		const endsOn = dayAfter(startsOn, daysBetween(before.startsOn, first ?? before.endsOn));
		const { feeCents: fee, feeIsCredited, terms, mostExtensions } = before;
		return giveOption(inside, desk, { terms: { startsOn, endsOn, fee, feeIsCredited, terms, mostExtensions }, conceptId });
	});
}

/** The last day as it was agreed at first, before any extension. */
async function firstEnd({ db }: Pick<Ctx, 'db'>, optionId: string): Promise<string | null> {
	const [granted] = await db
		.select({ endsOn: optionSteps.endsOn })
		.from(optionSteps)
		.where(and(eq(optionSteps.optionId, optionId), eq(optionSteps.step, 'grant')));
	return granted?.endsOn ?? null;
}
