import { count, isNotNull } from 'drizzle-orm';
import { fundingProgrammes } from '#modules/advice/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { listPublicNetworks } from '#modules/networks/server/list-public-networks.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { placePages } from '#modules/places/server/tables.ts';
import { listAddressesOfProcedures } from '#modules/procedures/server/list-public-procedures.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { storyPages } from '#modules/stories/server/tables.ts';
import { partSize, type Address } from '../sitemap.ts';

const pages = [
	'/',
	'/raeume',
	'/verfahren',
	'/kommunen',
	'/netzwerke',
	'/orte',
	'/beratung',
	'/foerderung',
	'/geschichten',
	'/termine',
	'/gesuche',
	'/passung',
	'/pruefen',
	'/api',
	'/ansprechperson',
	'/melden',
	'/impressum',
	'/datenschutz',
	'/barrierefreiheit',
	'/leichte-sprache'
];

/** The names of all parts of the sitemap: `seiten`, `kommunen-1` …, `raeume-1` …. */
export async function listAddressParts(ctx: Ctx): Promise<string[]> {
	const parts = (name: string, total: number) => Array.from({ length: Math.ceil(total / partSize) }, (_, n) => `${name}-${n + 1}`);
	const [towns] = await ctx.db.select({ total: count() }).from(municipalities);
	const [rooms] = await ctx.db.select({ total: count() }).from(spaces);
	return ['seiten', ...parts('kommunen', towns?.total ?? 0), ...parts('raeume', rooms?.total ?? 0)];
}

/** The public addresses of one part, or null when there is no such part. */
export async function listAddresses(ctx: Ctx, part: string): Promise<Address[] | null> {
	if (part === 'seiten') {
		const networks = await listPublicNetworks(ctx);
		const places = await ctx.db.select({ slug: placePages.slug, changedAt: placePages.publishedAt }).from(placePages);
		const programmes = await ctx.db
			.select({ slug: fundingProgrammes.slug, changedAt: fundingProgrammes.updatedAt })
			.from(fundingProgrammes)
			.where(isNotNull(fundingProgrammes.publishedAt));
		const told = await ctx.db.select({ slug: storyPages.slug, changedAt: storyPages.publishedAt }).from(storyPages);
		return [
			...pages.map((path) => ({ path })),
			// A network with a host of its own is found there.
			...networks
				.filter(({ host }) => host === null)
				.map(({ slug, publishedAt }) => ({ path: `/netzwerke/${slug}`, changedAt: publishedAt })),
			...places.map(({ slug, changedAt }) => ({ path: `/orte/${slug}`, changedAt })),
			...(await listAddressesOfProcedures(ctx)).map(({ slug, changedAt }) => ({ path: `/verfahren/${slug}`, changedAt })),
			...told.map(({ slug, changedAt }) => ({ path: `/geschichten/${slug}`, changedAt })),
			...programmes.map(({ slug, changedAt }) => ({ path: `/foerderung/${slug}`, changedAt }))
		];
	}
	const [, name, number] = /^(kommunen|raeume)-([1-9]\d{0,4})$/.exec(part) ?? [];
	if (!number) return null;
	const offset = (Number(number) - 1) * partSize;
	if (name === 'kommunen') {
		const rows = await ctx.db
			.select({ slug: municipalities.slug })
			.from(municipalities)
			.orderBy(municipalities.ags)
			.limit(partSize)
			.offset(offset);
		return rows.length ? rows.map(({ slug }) => ({ path: `/kommunen/${slug}` })) : null;
	}
	const rows = await ctx.db
		.select({ slug: spaces.slug, changedAt: spaces.changedAt })
		.from(spaces)
		.orderBy(spaces.id)
		.limit(partSize)
		.offset(offset);
	return rows.length ? rows.map(({ slug, changedAt }) => ({ path: `/raeume/${slug}`, changedAt })) : null;
}
