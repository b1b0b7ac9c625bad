import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { forbidden, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { mayDecideClaims } from '../policy.ts';
import { claimColumns, type Claim } from './find-claim.ts';
import { claims, municipalities, organisations } from './tables.ts';

/** Claims, the newest first: one's own (`own`), or for the office the open ones (`settled`: the last fifty that are not open any more). */
export async function listClaims(ctx: Ctx, { own = false, settled = false }: { own?: boolean; settled?: boolean } = {}): Promise<Claim[]> {
	if (!ctx.actor) throw unauthenticated();
	if (!own && !mayDecideClaims(ctx.actor)) throw forbidden();
	const rows = await ctx.db
		.select(claimColumns)
		.from(claims)
		.innerJoin(people, eq(people.id, claims.personId))
		.innerJoin(organisations, eq(organisations.id, claims.organisationId))
		.leftJoin(municipalities, eq(municipalities.ags, organisations.placeAgs))
		.where(own ? eq(claims.personId, ctx.actor.id) : and(settled ? isNotNull(claims.outcome) : isNull(claims.outcome)))
		.orderBy(desc(claims.createdAt), desc(claims.id))
		.limit(settled ? 50 : 200);
	return rows.map(({ outcome, place, ...claim }) => ({
		...claim,
		place: place ?? { postalCode: null, name: null },
		state: outcome ?? 'open'
	}));
}
