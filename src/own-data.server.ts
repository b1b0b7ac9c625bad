import { strToU8, zipSync } from 'fflate';
import { and, eq, inArray } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { readableOwnData } from '#modules/people/own-data.ts';
import { exportOwnData } from '#modules/people/server/export-own-data.ts';
import { media, properties } from '#modules/properties/server/tables.ts';

const pictureTypes: Record<string, string> = { 'image/webp': 'webp', 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' };

/** All that is kept about the person who asks, to take away: for programs (`daten.json`), for reading (`daten.html`), and the pictures of their own houses. */
export async function ownDataArchive(ctx: Ctx, store: Store): Promise<Uint8Array> {
	const data = await exportOwnData(ctx);
	const files: Record<string, Uint8Array> = {
		'daten.json': strToU8(JSON.stringify(data, null, '\t')),
		'daten.html': strToU8(readableOwnData(data))
	};
	const own = ctx.db
		.select({ id: properties.id })
		.from(properties)
		.where(eq(properties.ownerPersonId, ctx.actor?.id ?? ''));
	const pictures = await ctx.db
		.select({ id: media.id, key: media.key, type: media.contentType })
		.from(media)
		.where(and(inArray(media.propertyId, own)))
		.limit(500);
	for (const { id, key, type } of pictures) {
		const bytes = await store.get(key);
		if (bytes) files[`dateien/${id}.${pictureTypes[type] ?? 'bin'}`] = bytes;
	}
	return zipSync(files, { level: 6 });
}
