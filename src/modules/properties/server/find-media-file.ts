import { eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findWithheld } from '#modules/people/server/check-may-show.ts';
import { mayEdit } from '../policy.ts';
import { isPublic } from '../shown.ts';
import { copyKey, widths } from '#lib/upload.ts';
import { media, properties } from './tables.ts';

export type MediaFile = { key: string; contentType: string; title: string; isPublic: boolean };

/**
 * The file behind the last part of an address `/medien/…`, for those who may see it: everybody, when its house is published and the file is for the
 * public (pictures with their description); else who looks after the house. Throws 404 in every other case.
 */
export async function findMediaFile(ctx: Ctx, name: string): Promise<MediaFile> {
	const [, stem = '', width, ending] = /^([0-9a-f-]{36})(?:-(\d{3,4}))?\.(webp|pdf)$/.exec(name) ?? [];
	if (!stem || (width && !widths.includes(Number(width) as (typeof widths)[number]))) throw notFound();
	const whole = `media/${stem}.${ending}`;
	const [row] = await ctx.db
		.select({ file: media, ags: properties.ags, ownerPersonId: properties.ownerPersonId, state: properties.publicationState })
		.from(media)
		.innerJoin(properties, eq(properties.id, media.propertyId))
		.where(eq(media.key, whole));
	if (!row) throw notFound();
	const { file } = row;
	const isWithheld = (await findWithheld(ctx, 'space', [file.propertyId])).size > 0;
	const open = isPublic(row.state) && !isWithheld && file.visibility === 'public' && (file.width === null || Boolean(file.alt));
	if (!open && !mayEdit(ctx.actor, row)) throw notFound();
	return {
		key: width ? copyKey(whole, Number(width)) : whole,
		contentType: file.contentType,
		title: file.caption ?? 'plan',
		isPublic: open
	};
}
