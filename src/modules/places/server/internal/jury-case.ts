import { and, eq } from 'drizzle-orm';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import { findStanding } from '#modules/networks/server/find-standing.ts';
import { holdsSeat } from '#modules/organisations/policy.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Catalogue } from '../../criteria.ts';
import { mayJudge } from '../../policy.ts';
import { juryVotes, places } from '../tables.ts';
import { lockApplication, type ApplicationRow } from './application-for.ts';

export type JuryCase = {
	application: ApplicationRow;
	catalogue: Catalogue;
	place: typeof places.$inferSelect;
	own: typeof juryVotes.$inferSelect | null;
	isOfGroup: boolean;
};

const before = ['draft', 'submitted', 'returned', 'ready', 'withdrawn'];

/** An application for a juror of its network, once it lies before the jury; what was withdrawn or is still being made is 404, as for everybody else. */
export async function juryCase(ctx: Ctx, id: string): Promise<JuryCase> {
	if (!ctx.actor) throw unauthenticated();
	const { application, catalogue } = await lockApplication(ctx, id);
	const standing = await findStanding(ctx, application.networkId);
	if (!mayJudge(ctx.actor, standing) || before.includes(application.state)) throw notFound();
	const [place] = await ctx.db.select().from(places).where(eq(places.id, application.placeId));
	if (!place) throw notFound();
	const [own] = await ctx.db
		.select()
		.from(juryVotes)
		.where(and(eq(juryVotes.applicationId, id), eq(juryVotes.personId, ctx.actor.id)));
	return { application, catalogue, place, own: own ?? null, isOfGroup: holdsSeat(ctx.actor, place.organisationId, 'read') };
}
