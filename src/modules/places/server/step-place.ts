import { eq } from 'drizzle-orm';
import { forbidden, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { placeSteps as rules, type PlaceStep } from '../place-state.ts';
import { mayEditPlace, mayRunPlaces } from '../policy.ts';
import { placeFor } from './internal/place-for.ts';
import { takePlaceStep } from './internal/take-place-step.ts';
import { places } from './tables.ts';

/** Rests, wakes, or (the network) ends an award. An award itself comes from a decision of the jury, so that step is refused here. */
export async function stepPlace(ctx: Ctx, { id, step, reason }: { id: string; step: PlaceStep; reason?: string }): Promise<void> {
	const { standing } = await placeFor(ctx, id, mayEditPlace);
	const { by } = rules[step];
	if (by === 'decision') throw forbidden('Ausgezeichnet wird ein Ort nur durch die Entscheidung nach einer Jury-Runde.');
	if (by === 'network' && !mayRunPlaces(ctx.actor, standing)) throw forbidden('Das ist Sache des Netzwerkbüros.');
	await ctx.db.transaction(async (db) => {
		const [place] = await db.select().from(places).where(eq(places.id, id)).for('update');
		if (!place) throw notFound();
		await takePlaceStep({ ...ctx, db }, { place, step, reason });
	});
}
