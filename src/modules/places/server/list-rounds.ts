import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayRunPlaces } from '../policy.ts';
import type { ApplicationState } from '../vocabulary.ts';
import { programmeFor } from './internal/programme-for.ts';
import { juryRounds, juryVotes, placeApplications, places } from './tables.ts';

export type Round = typeof juryRounds.$inferSelect;
export type RoundCase = {
	id: string;
	place: string;
	municipality: string;
	state: ApplicationState;
	roundId: string | null;
	submittedAt: Date | null;
	votes: number;
};

/** All rounds of a network, newest first, and every application that is more than a draft. For its office. */
export async function listRounds(ctx: Ctx, slug: string): Promise<{ rounds: Round[]; cases: RoundCase[] }> {
	const { network } = await programmeFor(ctx, slug, mayRunPlaces);
	const rounds = await ctx.db.select().from(juryRounds).where(eq(juryRounds.networkId, network.id)).orderBy(desc(juryRounds.opensOn));
	const cases = await ctx.db
		.select({
			...{ id: placeApplications.id, place: places.name, municipality: municipalities.nameShort, state: placeApplications.state },
			...{ roundId: placeApplications.roundId, submittedAt: placeApplications.submittedAt },
			votes: ctx.db.$count(juryVotes, and(eq(juryVotes.applicationId, placeApplications.id), eq(juryVotes.isRecusal, false)))
		})
		.from(placeApplications)
		.innerJoin(places, eq(places.id, placeApplications.placeId))
		.innerJoin(municipalities, eq(municipalities.ags, places.ags))
		.where(and(eq(placeApplications.networkId, network.id), ne(placeApplications.state, 'draft')))
		.orderBy(asc(places.name));
	return { rounds, cases };
}

/** One round with its applications. */
export async function findRound(ctx: Ctx, { slug, id }: { slug: string; id: string }): Promise<{ round: Round; cases: RoundCase[] }> {
	const { rounds, cases } = await listRounds(ctx, slug);
	const round = isUuid(id) ? rounds.find((one) => one.id === id) : undefined;
	if (!round) throw notFound();
	return { round, cases: cases.filter(({ roundId }) => roundId === id) };
}
