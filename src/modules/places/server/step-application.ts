import { dayOf, monthsAfter } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { parseGermanNumber } from '#lib/forms.ts';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { applicationSteps, type ApplicationStep } from '../application.ts';
import { measured, type Catalogue } from '../criteria.ts';
import { mayRunPlaces } from '../policy.ts';
import { applicationFor } from './internal/application-for.ts';
import { takeApplicationStep } from './internal/take-application-step.ts';
import { takePlaceStep } from './internal/take-place-step.ts';
import { placeFigures, placeProgrammes, places } from './tables.ts';

async function award(ctx: Ctx, placeId: string, reason: string): Promise<void> {
	const [place] = await ctx.db.select().from(places).where(eq(places.id, placeId)).for('update');
	if (!place) throw notFound();
	const [programme] = place.networkId
		? await ctx.db.select().from(placeProgrammes).where(eq(placeProgrammes.networkId, place.networkId))
		: [];
	const today = dayOf(ctx.now);
	const more = { awardedOn: today, reassessOn: monthsAfter(today, programme?.reassessMonths ?? 36) };
	await takePlaceStep(ctx, { place, step: 'award', reason, more: { ...more, networkStatement: reason } });
}

/** What an award was measured by becomes the first figures of the place; what it told of that year itself stays. */
async function keepFigures(
	ctx: Ctx,
	{ placeId, values, catalogue }: { placeId: string; values: Record<string, string>; catalogue: Catalogue }
): Promise<void> {
	const reportedOn = dayOf(ctx.now);
	const year = Number(reportedOn.slice(0, 4));
	const rows = measured(catalogue.criteria).flatMap(({ key }) => {
		const value = parseGermanNumber(values[key] ?? '');
		return value === null
			? []
			: [{ id: newId(), placeId, key, year, value, source: 'Bewerbung', reportedOn, createdBy: ctx.actor?.id ?? null }];
	});
	if (rows.length) await ctx.db.insert(placeFigures).values(rows).onConflictDoNothing();
}

/** Takes an application one step on. An award sets the state of its place, with the same reason, and when it is looked at again. */
export async function stepApplication(
	ctx: Ctx,
	{ id, step, reason }: { id: string; step: ApplicationStep; reason?: string }
): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { application, catalogue, standing } = await applicationFor(inside, id, 'edit');
		const { by } = applicationSteps[step];
		if (by === 'round') throw forbidden('Der Jury werden Bewerbungen vorgelegt, wenn das Fenster schließt.');
		if (by === 'office' && !mayRunPlaces(ctx.actor, standing)) throw forbidden('Das ist Sache des Netzwerkbüros.');
		await takeApplicationStep(inside, { application, catalogue, step, reason });
		if (step !== 'award') return;
		await award(inside, application.placeId, reason?.trim() ?? '');
		await keepFigures(inside, { placeId: application.placeId, values: application.values, catalogue });
	});
}
