import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { networks } from '#modules/networks/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { blankCatalogue } from '../../criteria.ts';
import { mayRunPlaces } from '../../policy.ts';
import { findDraftCatalogue, findPublishedCatalogue, type CatalogueRow } from '../find-catalogue.ts';
import { placeCatalogues } from '../tables.ts';
import { programmeFor } from './programme-for.ts';

/** The version that the office works on, begun as a copy of the published one (`isNew`). In the caller's transaction, one at a time per network. */
export async function draftCatalogue(ctx: Ctx, slug: string): Promise<CatalogueRow & { isNew: boolean }> {
	const { network, programme } = await programmeFor(ctx, slug, mayRunPlaces);
	if (!programme) throw refused('no-programme', 'Bitte zuerst unter „Orte“ sagen, wie ein ausgezeichneter Ort hier heißt.');
	await ctx.db.select({ id: networks.id }).from(networks).where(eq(networks.id, network.id)).for('update');
	const known = await findDraftCatalogue(ctx, network.id);
	if (known) return { ...known, isNew: false };
	const published = await findPublishedCatalogue(ctx, network.id);
	const { attitude, minOthers, criteria } = published ?? blankCatalogue();
	const version = (published?.version ?? 0) + 1;
	const row = { id: newId(), networkId: network.id, version, attitude, minOthers, criteria, createdBy: ctx.actor?.id ?? null };
	const [made] = await ctx.db
		.insert(placeCatalogues)
		.values({ ...row, updatedAt: ctx.now })
		.returning();
	if (!made) throw new Error('no draft');
	return { ...made, isNew: true };
}
