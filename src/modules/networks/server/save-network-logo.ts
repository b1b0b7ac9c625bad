import { and, eq, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import { logoKey, storeLogo } from '#lib/server/store-logo.ts';
import { dropPicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { mayEditPage, mayLookInside, mayRunNetwork } from '../policy.ts';
import { networkFor, standingIn } from './internal/network-for.ts';
import { networkParts, networks } from './tables.ts';

type Upload = { name: string; bytes: Uint8Array };
/** `part`: the funder whose logo it is; without one it is the network's own. */
type Where = { slug: string; part?: string; store: Store };

async function placeOf(ctx: Ctx, { slug, part }: Where) {
	const { network } = await networkFor(ctx, slug, part ? mayEditPage : mayRunNetwork);
	if (!part) return { network, before: { logo: network.logo, alt: network.logoAlt } };
	const mine = and(eq(networkParts.networkId, network.id), eq(networkParts.kind, 'funder'));
	const [row] = isUuid(part)
		? await ctx.db
				.select({ logo: networkParts.logo, alt: networkParts.logoAlt })
				.from(networkParts)
				.where(and(mine, eq(networkParts.id, part)))
		: [];
	if (!row) throw notFound();
	return { network, before: row };
}

async function write(
	ctx: Ctx,
	{ networkId, part, logo, logoAlt }: { networkId: string; part?: string; logo: string | null; logoAlt: string | null }
) {
	await ctx.db.transaction(async (db) => {
		await db
			.update(networks)
			.set({ updatedAt: ctx.now, ...(!part && { logo, logoAlt }) })
			.where(eq(networks.id, networkId));
		if (part) await db.update(networkParts).set({ logo, logoAlt, updatedAt: ctx.now }).where(eq(networkParts.id, part));
		await recordEvent({ ...ctx, db }, logo ? 'network.logo_saved' : 'network.logo_removed', { subjectId: networkId, data: { part } });
	});
}

/** Whether what the public reads still shows this file: then it stays in the store until the next publication. */
async function isShown(ctx: Pick<Ctx, 'db'>, key: string): Promise<boolean> {
	const { rows } = await ctx.db.execute(sql`select from network_pages where content::text like ${`%"${key}"%`} limit 1`);
	return rows.length > 0;
}

/** Gives a network or one of its funders a logo for the next publication, or changes its words (no `upload`). Throws 422 naming what is wrong with the file. */
export async function saveNetworkLogo(ctx: Ctx, { upload, alt, ...where }: Where & { upload?: Upload; alt: string }): Promise<void> {
	const { network, before } = await placeOf(ctx, where);
	const logo = upload || !before.logo ? await storeLogo(where.store, upload) : before.logo;
	await write(ctx, { networkId: network.id, part: where.part, logo, logoAlt: alt });
	if (before.logo && before.logo !== logo && !(await isShown(ctx, before.logo))) await dropPicture(where.store, before.logo);
}

/** Takes a logo away for the next publication. */
export async function removeNetworkLogo(ctx: Ctx, where: Where): Promise<void> {
	const { network, before } = await placeOf(ctx, where);
	if (!before.logo) return;
	await write(ctx, { networkId: network.id, part: where.part, logo: null, logoAlt: null });
	if (!(await isShown(ctx, before.logo))) await dropPicture(where.store, before.logo);
}

/** The key of a network's logo by the last part of its address: for everybody once it is published, before that for those who work there; null otherwise. */
export async function findNetworkLogo(ctx: Ctx, name: string): Promise<{ key: string; isPublic: boolean } | null> {
	const key = logoKey(name);
	if (!key) return null;
	if (await isShown(ctx, key)) return { key, isPublic: true };
	const [own] = await ctx.db.select({ id: networks.id }).from(networks).where(eq(networks.logo, key));
	const [part] = own ? [] : await ctx.db.select({ id: networkParts.networkId }).from(networkParts).where(eq(networkParts.logo, key));
	const id = own?.id ?? part?.id;
	return id && mayLookInside(ctx.actor, await standingIn(ctx, id)) ? { key, isPublic: false } : null;
}
