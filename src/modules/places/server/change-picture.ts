import { and, asc, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { dropPicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PictureInput } from '../forms.ts';
import { mayEditPlace } from '../policy.ts';
import { placeFor } from './internal/place-for.ts';
import { placePages, placePictures } from './tables.ts';

type Which = { id: string; pictureId: string };
const that = ({ id, pictureId }: Which) => and(eq(placePictures.placeId, id), eq(placePictures.id, pictureId));

/** Says what a picture shows, and who took it. */
export async function changePicture(ctx: Ctx, { input, ...which }: Which & { input: PictureInput }): Promise<void> {
	await placeFor(ctx, which.id, mayEditPlace);
	const { alt = null, caption = null, credit = null } = input;
	const changed = await ctx.db.update(placePictures).set({ alt, caption, credit }).where(that(which)).returning({ id: placePictures.id });
	if (!changed.length) throw notFound('Dieses Bild gibt es nicht mehr.');
}

/** Moves a picture one place forward or back; the first one is the face of the place. */
export async function movePicture(ctx: Ctx, { by, ...which }: Which & { by: 1 | -1 }): Promise<void> {
	await placeFor(ctx, which.id, mayEditPlace);
	await ctx.db.transaction(async (db) => {
		const all = await db
			.select({ id: placePictures.id })
			.from(placePictures)
			.where(eq(placePictures.placeId, which.id))
			.orderBy(asc(placePictures.position), asc(placePictures.id))
			.for('update');
		const order = all.map(({ id }) => id);
		const from = order.indexOf(which.pictureId);
		if (from < 0) throw notFound('Dieses Bild gibt es nicht mehr.');
		const to = Math.min(order.length - 1, Math.max(0, from + by));
		order.splice(to, 0, ...order.splice(from, 1));
		for (const [position, id] of order.entries()) await db.update(placePictures).set({ position }).where(eq(placePictures.id, id));
	});
}

/** Takes a picture away for good, from the public page too. */
export async function removePicture(ctx: Ctx, { store, ...which }: Which & { store: Store }): Promise<void> {
	await placeFor(ctx, which.id, mayEditPlace);
	const key = await ctx.db.transaction(async (db) => {
		const [gone] = await db.delete(placePictures).where(that(which)).returning({ key: placePictures.key });
		if (!gone) throw notFound('Dieses Bild gibt es nicht mehr.');
		const [page] = await db.select().from(placePages).where(eq(placePages.placeId, which.id)).for('update');
		if (page) {
			const content = { ...page.content, pictures: page.content.pictures.filter((picture) => picture.key !== gone.key) };
			await db.update(placePages).set({ content }).where(eq(placePages.placeId, which.id));
		}
		return gone.key;
	});
	await dropPicture(store, key);
}
