import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { networkPages } from '#modules/networks/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { blankCatalogue, type Catalogue } from '../criteria.ts';
import { mayRunPlaces } from '../policy.ts';
import { programmeFor } from './internal/programme-for.ts';
import { juryRounds, placeCatalogues, placeProgrammes } from './tables.ts';

export type CatalogueRow = typeof placeCatalogues.$inferSelect;

/** The criteria that count today, or null. */
export async function findPublishedCatalogue(ctx: Pick<Ctx, 'db'>, networkId: string): Promise<CatalogueRow | null> {
	const [row] = await ctx.db
		.select()
		.from(placeCatalogues)
		.where(and(eq(placeCatalogues.networkId, networkId), isNotNull(placeCatalogues.publishedAt)))
		.orderBy(desc(placeCatalogues.version))
		.limit(1);
	return row ?? null;
}

export async function findDraftCatalogue(ctx: Pick<Ctx, 'db'>, networkId: string): Promise<CatalogueRow | null> {
	const [row] = await ctx.db
		.select()
		.from(placeCatalogues)
		.where(and(eq(placeCatalogues.networkId, networkId), isNull(placeCatalogues.publishedAt)));
	return row ?? null;
}

export type PublicCatalogue = {
	network: { slug: string; name: string };
	awardName: string;
	intro: string;
	catalogue: Catalogue;
	publishedAt: Date;
	/** The window that is open, with its last day. */
	window: { title: string; closesOn: string } | null;
	/** The next one that is planned. */
	next: { opensOn: string } | null;
};

/** The criteria of a network as everybody may read them. Throws notFound. */
export async function findPublicCatalogue(ctx: Pick<Ctx, 'db'>, slug: string): Promise<PublicCatalogue> {
	const [row] = await ctx.db
		.select({
			id: placeProgrammes.networkId,
			awardName: placeProgrammes.awardName,
			intro: placeProgrammes.intro,
			content: networkPages.content
		})
		.from(placeProgrammes)
		.innerJoin(networkPages, eq(networkPages.networkId, placeProgrammes.networkId))
		.where(eq(networkPages.slug, slug));
	const found = row && (await findPublishedCatalogue(ctx, row.id));
	if (!row || !found?.publishedAt) throw notFound('Dieses Netzwerk hat noch keine Kriterien veröffentlicht.');
	const rounds = await ctx.db
		.select({ title: juryRounds.title, opensOn: juryRounds.opensOn, closesOn: juryRounds.closesOn, state: juryRounds.state })
		.from(juryRounds)
		.where(eq(juryRounds.networkId, row.id))
		.orderBy(juryRounds.opensOn);
	const open = rounds.find(({ state }) => state === 'open');
	const planned = rounds.find(({ state }) => state === 'planned');
	const { version, attitude, minOthers, criteria } = found;
	return {
		network: { slug, name: row.content.name },
		...{ awardName: row.awardName, intro: row.intro, publishedAt: found.publishedAt },
		catalogue: { version, attitude, minOthers, criteria },
		window: open ? { title: open.title, closesOn: open.closesOn } : null,
		next: planned ? { opensOn: planned.opensOn } : null
	};
}

export type CatalogueDesk = {
	/** What is being worked on: the draft, else the published one, else an empty one. */
	catalogue: Catalogue & { change: string | null };
	hasDraft: boolean;
	published: { version: number; at: Date } | null;
	mayRun: boolean;
};

/** The criteria as the office works on them. */
export async function findCatalogue(ctx: Ctx, slug: string): Promise<CatalogueDesk> {
	const { network, standing } = await programmeFor(ctx, slug);
	const [draft, published] = [await findDraftCatalogue(ctx, network.id), await findPublishedCatalogue(ctx, network.id)];
	const shown = draft ?? published;
	return {
		catalogue: { ...(shown ?? blankCatalogue()), change: draft?.change ?? null },
		hasDraft: draft !== null,
		published: published?.publishedAt ? { version: published.version, at: published.publishedAt } : null,
		mayRun: mayRunPlaces(ctx.actor, standing)
	};
}
