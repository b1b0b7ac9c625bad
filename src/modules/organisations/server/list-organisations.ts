import { and, asc, count, eq, ilike, isNotNull, or, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { OrganisationItem, OrganisationKind, Sector } from '../organisation.ts';
import { itemColumns } from './internal/organisation-item.ts';
import { municipalities, organisations, states } from './tables.ts';

export type OrganisationFilter = { q?: string; kind?: OrganisationKind; sector?: Sector; state?: string; ags?: string; page?: number };
export const organisationsPerPage = 24;

const like = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`;

function conditions({ q = '', kind, sector, state, ags }: OrganisationFilter): SQL | undefined {
	const wanted = like(q.trim().slice(0, 100));
	return and(
		isNotNull(organisations.publishedAt),
		q.trim()
			? or(ilike(organisations.name, wanted), ilike(organisations.summary, wanted), ilike(municipalities.nameShort, wanted))
			: undefined,
		kind && eq(organisations.kind, kind),
		sector && eq(organisations.sector, sector),
		state ? eq(municipalities.stateCode, state) : undefined,
		ags ? eq(organisations.placeAgs, ags) : undefined
	);
}

/** The published organisations by name. Pages count from 1. `state`: two digits, `ags`: where they sit. */
export async function listOrganisations(
	ctx: Pick<Ctx, 'db'>,
	filter: OrganisationFilter = {}
): Promise<{ items: OrganisationItem[]; total: number }> {
	const where = conditions(filter);
	const [counted] = await ctx.db
		.select({ total: count() })
		.from(organisations)
		.leftJoin(municipalities, eq(municipalities.ags, organisations.placeAgs))
		.where(where);
	const items = await ctx.db
		.select(itemColumns)
		.from(organisations)
		.leftJoin(municipalities, eq(municipalities.ags, organisations.placeAgs))
		.leftJoin(states, eq(states.code, municipalities.stateCode))
		.where(where)
		.orderBy(asc(organisations.name), asc(organisations.id))
		.limit(organisationsPerPage)
		.offset((Math.max(1, filter.page ?? 1) - 1) * organisationsPerPage);
	return { items, total: counted?.total ?? 0 };
}
