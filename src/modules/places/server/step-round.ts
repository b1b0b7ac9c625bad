import { dayOf } from '#lib/calendar.ts';
import { and, count, eq, gte, isNotNull, isNull, lte, or } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import { networkRoles, networks } from '#modules/networks/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { roundSteps, whyNotRound, type RoundQuestion, type RoundStep } from '../application.ts';
import { mayRunPlaces } from '../policy.ts';
import { findPublishedCatalogue } from './find-catalogue.ts';
import { lockApplication } from './internal/application-for.ts';
import { programmeFor } from './internal/programme-for.ts';
import { takeApplicationStep } from './internal/take-application-step.ts';
import { juryRounds, placeApplications, placeSteps } from './tables.ts';

type Round = typeof juryRounds.$inferSelect;

/** How many people with an account are in the jury of a network today. */
async function jurorsOf(ctx: Ctx, networkId: string): Promise<number> {
	const today = dayOf(ctx.now);
	const runs = and(lte(networkRoles.startsOn, today), or(isNull(networkRoles.endsOn), gte(networkRoles.endsOn, today)));
	const rows = await ctx.db
		.selectDistinct({ id: networkRoles.personId })
		.from(networkRoles)
		.where(and(eq(networkRoles.networkId, networkId), eq(networkRoles.role, 'juror'), isNotNull(networkRoles.personId), runs));
	return rows.length;
}

async function questionOf(ctx: Ctx, round: Round, step: RoundStep): Promise<RoundQuestion> {
	const counts = await ctx.db
		.select({ state: placeApplications.state, n: count() })
		.from(placeApplications)
		.where(eq(placeApplications.roundId, round.id))
		.groupBy(placeApplications.state);
	const open = and(eq(juryRounds.networkId, round.networkId), eq(juryRounds.state, 'open'));
	return {
		...{ state: round.state, step, isOver: round.closesOn < dayOf(ctx.now) },
		otherOpen: (await ctx.db.$count(juryRounds, open)) > 0,
		jurors: await jurorsOf(ctx, round.networkId),
		hasCriteria: (await findPublishedCatalogue(ctx, round.networkId)) !== null,
		counts: Object.fromEntries(counts.map(({ state, n }) => [state, n]))
	};
}

/** Opens the window, closes it (all complete applications go to the jury), or ends the round. Whoever is noted hears of an open window. */
export async function stepRound(ctx: Ctx, { slug, id, step }: { slug: string; id: string; step: RoundStep }): Promise<void> {
	const { network } = await programmeFor(ctx, slug, mayRunPlaces);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await db.select({ id: networks.id }).from(networks).where(eq(networks.id, network.id)).for('update');
		const [round] = await db
			.select()
			.from(juryRounds)
			.where(and(eq(juryRounds.id, id), eq(juryRounds.networkId, network.id)));
		if (!round) throw notFound();
		const not = whyNotRound(await questionOf(inside, round, step));
		if (not) throw refused(not.code, not.message);
		const { to } = roundSteps[step];
		await db.update(juryRounds).set({ state: to }).where(eq(juryRounds.id, id));
		const written = { id: newId(), machine: 'round', subjectId: id, step, from: round.state, to } as const;
		await db.insert(placeSteps).values({ ...written, at: ctx.now, byPersonId: ctx.actor?.id ?? null });
		if (step === 'close') await present(inside, id);
		await recordEvent(inside, step === 'open' ? 'places.window_opened' : 'jury.round_stepped', { subjectId: id, data: { to } });
	});
}

async function present(ctx: Ctx, roundId: string): Promise<void> {
	const ready = await ctx.db
		.select({ id: placeApplications.id })
		.from(placeApplications)
		.where(and(eq(placeApplications.roundId, roundId), eq(placeApplications.state, 'ready')));
	for (const { id } of ready) await takeApplicationStep(ctx, { ...(await lockApplication(ctx, id)), step: 'present' });
}
