import { eq } from 'drizzle-orm';
import { forbidden, notFound } from '#lib/refusal.ts';
import { logoKey, storeLogo } from '#lib/server/store-logo.ts';
import { dropPicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayEditOrganisation, mayLookInside } from '../policy.ts';
import { tell } from './internal/tell.ts';
import { organisations } from './tables.ts';

type Upload = { name: string; bytes: Uint8Array };
type Wish = { id: string; store: Store; upload?: Upload; alt: string };

/** Shows a logo, or changes its words (no `upload`). The one before leaves the store. Throws 422 naming what is wrong with the file. */
export async function saveLogo(ctx: Ctx, { id, store, upload, alt }: Wish): Promise<void> {
	if (!mayEditOrganisation(ctx.actor, id)) throw forbidden();
	const [before] = await ctx.db
		.select({ logo: organisations.logo, alt: organisations.logoAlt })
		.from(organisations)
		.where(eq(organisations.id, id));
	if (!before) throw notFound();
	const logo = upload || !before.logo ? await storeLogo(store, upload) : before.logo;
	await ctx.db.transaction(async (db) => {
		await db.update(organisations).set({ logo, logoAlt: alt, updatedAt: ctx.now }).where(eq(organisations.id, id));
		await tell({ ...ctx, db }, id, { kind: 'organisation.logo_saved', before: { logoAlt: before.alt }, after: { logoAlt: alt } });
	});
	if (before.logo && before.logo !== logo) await dropPicture(store, before.logo);
}

/** Takes the logo away, from the page and from the store. */
export async function removeLogo(ctx: Ctx, { id, store }: { id: string; store: Store }): Promise<void> {
	if (!mayEditOrganisation(ctx.actor, id)) throw forbidden();
	const [before] = await ctx.db
		.select({ logo: organisations.logo, alt: organisations.logoAlt })
		.from(organisations)
		.where(eq(organisations.id, id));
	if (!before?.logo) return;
	await ctx.db.transaction(async (db) => {
		await db.update(organisations).set({ logo: null, logoAlt: null, updatedAt: ctx.now }).where(eq(organisations.id, id));
		await tell({ ...ctx, db }, id, { kind: 'organisation.logo_removed', before: { logoAlt: before.alt } });
	});
	await dropPicture(store, before.logo);
}

/** The key of a logo by the last part of its address, where its organisation is shown to whoever asks; null otherwise. */
export async function findLogo(ctx: Ctx, name: string): Promise<{ key: string; isPublic: boolean } | null> {
	const key = logoKey(name);
	if (!key) return null;
	const [row] = await ctx.db
		.select({ id: organisations.id, publishedAt: organisations.publishedAt })
		.from(organisations)
		.where(eq(organisations.logo, key));
	if (!row || (!row.publishedAt && !mayLookInside(ctx.actor, row.id))) return null;
	return { key, isPublic: row.publishedAt !== null };
}
