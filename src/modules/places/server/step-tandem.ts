import { and, eq, inArray, or } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { mayEditPlace } from '../policy.ts';
import { tandemSteps, whyNotTandem, type TandemStep } from '../tandem.ts';
import { placeFor } from './internal/place-for.ts';
import { tandemsOf } from './internal/tandems-of.ts';
import { places, placeSteps, tandems } from './tables.ts';

/** Agrees, declines, withdraws or ends, for the side that one speaks for. */
export async function stepTandem(
	ctx: Ctx,
	{ id, tandemId, step, reason }: { id: string; tandemId: string; step: TandemStep; reason?: string }
): Promise<void> {
	await placeFor(ctx, id, mayEditPlace);
	await ctx.db.transaction(async (db) => {
		const [tandem] = await db
			.select()
			.from(tandems)
			.where(and(eq(tandems.id, tandemId), tandemsOf(id)))
			.for('update');
		if (!tandem) throw notFound();
		const side = tandem.proposerId === id ? 'proposer' : 'asked';
		const agreed = and(eq(tandems.state, 'agreed'), or(tandemsOf(tandem.proposerId), tandemsOf(tandem.askedId)));
		await db
			.select({ id: places.id })
			.from(places)
			.where(inArray(places.id, [tandem.proposerId, tandem.askedId]))
			.for('update');
		const not = whyNotTandem({ state: tandem.state, step, side, otherAgreed: (await db.$count(tandems, agreed)) > 0 });
		if (not) throw refused(not.code, not.message, not.field);
		const { to } = tandemSteps[step];
		await db.update(tandems).set({ state: to, updatedAt: ctx.now }).where(eq(tandems.id, tandemId));
		const written = { id: newId(), placeId: id, machine: 'tandem', subjectId: tandemId, step, from: tandem.state, to } as const;
		await db.insert(placeSteps).values({ ...written, reason: reason?.trim() || null, at: ctx.now, byPersonId: ctx.actor?.id ?? null });
		const tell = side === 'proposer' ? tandem.askedId : tandem.proposerId;
		await recordEvent({ ...ctx, db }, 'tandem.stepped', { subjectId: tandemId, reason, data: { step, tell } });
	});
}
