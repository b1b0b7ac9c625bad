import { and, asc, eq } from 'drizzle-orm';
import { dropPicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { forbidden, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { MediaInput } from '../forms.ts';
import { mayEdit } from '../policy.ts';
import { findProperty } from './find-property.ts';
import { media } from './tables.ts';
import { afterChange } from './update-property.ts';

type Which = { id: string; mediaId: string };

async function mayTouch(ctx: Ctx, id: string) {
	const property = await findProperty(ctx, id);
	if (!mayEdit(ctx.actor, property)) throw forbidden();
	return property;
}

/** Describes a picture or plan, and says who sees it. */
export async function changeMedia(ctx: Ctx, { id, mediaId, input }: Which & { input: MediaInput }): Promise<void> {
	const property = await mayTouch(ctx, id);
	await ctx.db.transaction(async (db) => {
		const changed = await db
			.update(media)
			.set({ ...input, alt: input.alt ?? null, caption: input.caption ?? null, credit: input.credit ?? null })
			.where(and(eq(media.propertyId, id), eq(media.id, mediaId)))
			.returning({ id: media.id });
		if (!changed.length) throw notFound('Dieses Bild gibt es nicht mehr.');
		await afterChange({ ...ctx, db }, property);
	});
}

/** Moves a picture one place to the front or back; the first one is the face of the house. */
export async function moveMedia(ctx: Ctx, { id, mediaId, by }: Which & { by: -1 | 1 }): Promise<void> {
	const property = await mayTouch(ctx, id);
	await ctx.db.transaction(async (db) => {
		const rows = await db.select({ id: media.id }).from(media).where(eq(media.propertyId, id)).orderBy(asc(media.position), asc(media.id));
		const order = rows.map((row) => row.id);
		const from = order.indexOf(mediaId);
		if (from < 0) throw notFound('Dieses Bild gibt es nicht mehr.');
		order.splice(from, 1);
		order.splice(Math.max(0, from + by), 0, mediaId);
		for (const [position, key] of order.entries()) await db.update(media).set({ position }).where(eq(media.id, key));
		await afterChange({ ...ctx, db }, property);
	});
}

/** Deletes a picture or plan, its row first: a file without a row is never served. */
export async function removeMedia(ctx: Ctx, { id, mediaId, store }: Which & { store: Store }): Promise<void> {
	const property = await mayTouch(ctx, id);
	const key = await ctx.db.transaction(async (db) => {
		const [gone] = await db
			.delete(media)
			.where(and(eq(media.propertyId, id), eq(media.id, mediaId)))
			.returning({ key: media.key });
		if (!gone) throw notFound('Dieses Bild gibt es nicht mehr.');
		await afterChange({ ...ctx, db }, property);
		return gone.key;
	});
	await dropPicture(store, key);
}
