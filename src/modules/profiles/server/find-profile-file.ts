import { eq, sql } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { copyKey, widths } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { maySeeProfile } from '../policy.ts';
import { recordingTypes } from '../recording.ts';
import { profileFiles, profilePages } from './tables.ts';

/** `bytes`: how many there are of the file itself; unknown of a narrower copy. */
export type ServedFile = { key: string; contentType: string; bytes: number | null; isPublic: boolean };

/** The file behind the last part of an address `/medien/profil/…`: for everybody when a published page shows it, else for those who look inside. Throws 404 in every other case. */
export async function findProfileFile(ctx: Ctx, name: string): Promise<ServedFile> {
	const [, stem = '', width, ending = ''] = /^([0-9a-f-]{36})(?:-(\d{3,4}))?\.([a-z0-9]{3,4})$/.exec(name) ?? [];
	if (ending !== 'webp' && !Object.hasOwn(recordingTypes, ending)) throw notFound();
	if (width && (ending !== 'webp' || !widths.includes(Number(width) as (typeof widths)[number]))) throw notFound();
	const key = `profil/${stem}.${ending}`;
	const [row] = await ctx.db
		.select({
			organisationId: profileFiles.organisationId,
			contentType: profileFiles.contentType,
			bytes: profileFiles.bytes,
			isPublic: sql<boolean>`${profilePages.organisationId} is not null`
		})
		.from(profileFiles)
		.leftJoin(
			profilePages,
			sql`${profilePages.organisationId} = ${profileFiles.organisationId} and ${profileFiles.key} = any(${profilePages.files})`
		)
		.where(eq(profileFiles.key, key));
	if (!row || (!row.isPublic && !maySeeProfile(ctx.actor, row.organisationId))) throw notFound();
	const { contentType, bytes, isPublic } = row;
	return { key: width ? copyKey(key, Number(width)) : key, contentType, bytes: width ? null : bytes, isPublic };
}
