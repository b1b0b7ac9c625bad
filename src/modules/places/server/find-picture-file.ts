import { and, eq, sql } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { copyKey, widths } from '#lib/upload.ts';
import { placeFor } from './internal/place-for.ts';
import { placePages, placePictures } from './tables.ts';

/** The file behind `/orte/bilder/…` for those who may see it: everybody when it stands on a published page, else the group and its network. Throws 404. */
export async function findPictureFile(ctx: Ctx, name: string): Promise<{ key: string; isPublic: boolean }> {
	const [, stem = '', width] = /^([0-9a-f-]{36})(?:-(\d{3,4}))?\.webp$/.exec(name) ?? [];
	if (!stem || (width && !widths.includes(Number(width) as (typeof widths)[number]))) throw notFound();
	const key = `places/${stem}.webp`;
	const [picture] = await ctx.db.select({ placeId: placePictures.placeId }).from(placePictures).where(eq(placePictures.key, key));
	if (!picture) throw notFound();
	const stands = sql`${placePages.content} -> 'pictures' @> ${JSON.stringify([{ key }])}::jsonb`;
	const isPublic = (await ctx.db.$count(placePages, and(eq(placePages.placeId, picture.placeId), stands))) > 0;
	if (!isPublic) {
		if (!ctx.actor) throw notFound();
		await placeFor(ctx, picture.placeId);
	}
	return { key: width ? copyKey(key, Number(width)) : key, isPublic };
}
