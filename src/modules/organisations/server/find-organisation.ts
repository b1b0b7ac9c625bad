import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PublicOrganisation } from '../organisation.ts';
import { mayLookInside } from '../policy.ts';
import { publicColumns } from './internal/organisation-item.ts';
import { municipalities, organisations, states } from './tables.ts';

/** One organisation by its slug or id, as everybody may read it; what is not published is there for its own people and the office only. Throws notFound. */
export async function findOrganisation(ctx: Ctx, slugOrId: string): Promise<PublicOrganisation> {
	const [found] = await ctx.db
		.select(publicColumns)
		.from(organisations)
		.leftJoin(municipalities, eq(municipalities.ags, organisations.placeAgs))
		.leftJoin(states, eq(states.code, municipalities.stateCode))
		.where(isUuid(slugOrId) ? eq(organisations.id, slugOrId) : eq(organisations.slug, slugOrId));
	if (!found || (!found.publishedAt && !mayLookInside(ctx.actor, found.id)))
		throw notFound('Diese Organisation gibt es hier nicht, oder sie ist noch nicht veröffentlicht.');
	return found;
}
