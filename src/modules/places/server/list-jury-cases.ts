import { dayOf } from '#lib/calendar.ts';
import { and, asc, eq, inArray, isNull, gte, lte, or } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import { networkRoles, networks } from '#modules/networks/server/tables.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ApplicationState } from '../vocabulary.ts';
import { juryRounds, juryVotes, placeApplications, places } from './tables.ts';

export type JuryCaseItem = {
	id: string;
	place: string;
	municipality: string;
	state: ApplicationState;
	round: string | null;
	decideBy: string | null;
	own: 'judged' | 'recused' | null;
};
export type JuryDuty = { network: { slug: string; name: string }; cases: JuryCaseItem[] };

async function networksOf(ctx: Ctx, personId: string): Promise<{ id: string; slug: string; name: string }[]> {
	const today = dayOf(ctx.now);
	return ctx.db
		.selectDistinct({ id: networks.id, slug: networks.slug, name: networks.name })
		.from(networkRoles)
		.innerJoin(networks, eq(networks.id, networkRoles.networkId))
		.where(
			and(
				...[eq(networkRoles.personId, personId), eq(networkRoles.role, 'juror'), lte(networkRoles.startsOn, today)],
				or(isNull(networkRoles.endsOn), gte(networkRoles.endsOn, today))
			)
		)
		.orderBy(asc(networks.name));
}

/** What lies before the juries that one is in, the undecided first. Without a jury an empty list. */
export async function listJuryCases(ctx: Ctx): Promise<JuryDuty[]> {
	if (!ctx.actor) throw unauthenticated();
	const me = ctx.actor.id;
	const duties: JuryDuty[] = [];
	for (const { id, slug, name } of await networksOf(ctx, me)) {
		const rows = await ctx.db
			.select({
				...{ id: placeApplications.id, place: places.name, municipality: municipalities.nameShort, state: placeApplications.state },
				...{ round: juryRounds.title, decideBy: juryRounds.decideBy, isRecusal: juryVotes.isRecusal }
			})
			.from(placeApplications)
			.innerJoin(places, eq(places.id, placeApplications.placeId))
			.innerJoin(municipalities, eq(municipalities.ags, places.ags))
			.leftJoin(juryRounds, eq(juryRounds.id, placeApplications.roundId))
			.leftJoin(juryVotes, and(eq(juryVotes.applicationId, placeApplications.id), eq(juryVotes.personId, me)))
			.where(and(eq(placeApplications.networkId, id), inArray(placeApplications.state, ['judging', 'awarded', 'not_yet'])))
			.orderBy(asc(places.name));
		const cases = rows.map(({ isRecusal, ...row }) => ({
			...row,
			own: isRecusal === null ? null : isRecusal ? ('recused' as const) : ('judged' as const)
		}));
		duties.push({ network: { slug, name }, cases: cases.sort((a, b) => Number(b.state === 'judging') - Number(a.state === 'judging')) });
	}
	return duties;
}
