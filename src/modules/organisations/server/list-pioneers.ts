import { and, asc, eq, ne } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Pioneer, PioneerState } from '../pioneer.ts';
import { mayEditOrganisation, mayLookInside } from '../policy.ts';
import { municipalities, organisations, pioneers } from './tables.ts';

/** The municipalities that a county shows as taking part; whoever said no is not among them. */
export async function listPioneers(ctx: Pick<Ctx, 'db'>, countyId: string): Promise<Pioneer[]> {
	const rows = await ctx.db
		.select({ name: municipalities.nameShort, slug: municipalities.slug, state: pioneers.state })
		.from(pioneers)
		.innerJoin(municipalities, eq(municipalities.ags, pioneers.ags))
		.where(and(eq(pioneers.countyId, countyId), ne(pioneers.state, 'declined')))
		.orderBy(asc(municipalities.nameShort));
	return rows.map(({ name, slug, state }) => ({ name, href: `/kommunen/${slug}`, isConfirmed: state === 'confirmed' }));
}

/** The county that a municipality takes part in, as its page shows it. */
export async function listPioneerCounties(ctx: Pick<Ctx, 'db'>, ags: string): Promise<Pioneer[]> {
	const rows = await ctx.db
		.select({ name: organisations.name, slug: organisations.slug, state: pioneers.state })
		.from(pioneers)
		.innerJoin(organisations, eq(organisations.id, pioneers.countyId))
		.where(and(eq(pioneers.ags, ags), ne(pioneers.state, 'declined')));
	return rows.map(({ name, slug, state }) => ({ name, href: `/organisationen/${slug}`, isConfirmed: state === 'confirmed' }));
}

export type PioneerDesk = {
	organisation: { id: string; name: string; kind: string };
	/** Of a county: its municipalities; of a municipality: the counties that name it. `key` goes with a step. */
	items: { countyId: string; ags: string; name: string; state: PioneerState }[];
	/** Of a county: those it may still name. */
	choices: Record<string, string>;
	mayEdit: boolean;
};

/** What a county or a municipality works with; for its own people and the office. Throws notFound. */
export async function findPioneerDesk(ctx: Ctx, id: string): Promise<PioneerDesk> {
	const [own] = await ctx.db.select().from(organisations).where(eq(organisations.id, id));
	if (!own || !mayLookInside(ctx.actor, id) || (own.kind !== 'county' && !own.ags)) throw notFound();
	const isCounty = own.kind === 'county';
	const rows = await ctx.db
		.select({
			countyId: pioneers.countyId,
			ags: pioneers.ags,
			town: municipalities.nameShort,
			county: organisations.name,
			state: pioneers.state
		})
		.from(pioneers)
		.innerJoin(municipalities, eq(municipalities.ags, pioneers.ags))
		.innerJoin(organisations, eq(organisations.id, pioneers.countyId))
		.where(isCounty ? eq(pioneers.countyId, id) : eq(pioneers.ags, own.ags ?? ''))
		.orderBy(asc(municipalities.nameShort));
	const items = rows.map(({ town, county, ...row }) => ({ ...row, name: isCounty ? town : county }));
	const towns =
		isCounty && own.districtCode
			? await ctx.db
					.select({ ags: municipalities.ags, name: municipalities.nameShort })
					.from(municipalities)
					.where(and(eq(municipalities.districtCode, own.districtCode), eq(municipalities.isUnincorporated, false)))
					.orderBy(asc(municipalities.nameShort))
			: [];
	const free = towns.filter(({ ags }) => !items.some((item) => item.ags === ags));
	return {
		organisation: { id, name: own.name, kind: own.kind },
		items,
		choices: Object.fromEntries(free.map(({ ags, name }) => [`k${ags}`, name])),
		mayEdit: mayEditOrganisation(ctx.actor, id)
	};
}
