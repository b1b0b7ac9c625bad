import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { conceptContents } from '#modules/concepts/server/tables.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { opennessOf } from '#modules/procedures/frozen.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { procedurePages } from '#modules/procedures/server/publication-tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { isTold, standstillEnd } from '../award.ts';
import { publicPlaces } from '../result.ts';
import { loadStand } from './check-grant.ts';
import { awardPlaces, awards } from './tables.ts';

/** The result as everybody may read it: exactly what the call promised. 404 before the letters, and while the operator withholds the procedure. */
export async function findPublicResult(ctx: Pick<Ctx, 'db' | 'now'>, slug: string) {
	const [found] = await ctx.db
		.select({
			...{ id: procedures.id, title: procedures.title, slug: procedures.slug, state: procedures.state, number: procedures.number },
			...{ town: municipalities.nameShort, body: awards.body, decidedOn: awards.decidedOn, reasons: awards.reasons },
			...{ deviation: awards.deviation, isNone: awards.isNone, next: awards.next, kind: procedures.kind },
			votes: { votesFor: awards.votesFor, votesAgainst: awards.votesAgainst, abstentions: awards.abstentions }
		})
		.from(procedures)
		.innerJoin(procedurePages, and(eq(procedurePages.procedureId, procedures.id), isNull(procedurePages.withheldAt)))
		.innerJoin(awards, eq(awards.procedureId, procedures.id))
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.innerJoin(municipalities, eq(municipalities.ags, properties.ags))
		.where(and(eq(procedures.slug, slug), isNotNull(awards.decidedAt)));
	if (!found?.slug || !(isTold(found.state) || (found.state === 'cancelled' && found.isNone))) throw notFound();
	const { id, ...about } = found;
	const { frozen, hash } = await loadFrozen(ctx, id);
	const places = about.isNone
		? []
		: await ctx.db
				.select({
					...{ rank: awardPlaces.rank, outcome: awardPlaces.outcome, points: awardPlaces.points },
					applicant: sql<string>`${conceptContents.content}->'applicant'->>'name'`,
					title: sql<string>`${conceptContents.content}->>'title'`
				})
				.from(awardPlaces)
				.innerJoin(conceptContents, eq(conceptContents.conceptId, awardPlaces.conceptId))
				.where(eq(awardPlaces.procedureId, id));
	const stand = await loadStand(ctx, id);
	const end = stand.standstillUntil && standstillEnd(stand.standstillUntil, stand.objections);
	return {
		...{ ...about, slug: found.slug, hash, promise: opennessOf(frozen.kind)[frozen.openness], openness: frozen.openness },
		places: publicPlaces(frozen.openness, places, about.next),
		standstill: about.state === 'decided' && !about.isNone && !about.next ? { end, isOver: end !== null && ctx.now >= end } : null
	};
}
