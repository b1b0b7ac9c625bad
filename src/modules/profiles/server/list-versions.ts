import { and, desc, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Part } from '../profile.ts';
import { profileFor } from './internal/profile-for.ts';
import { profileVersions } from './tables.ts';

export type VersionItem = { number: number; at: Date; by: string | null; note: string | null; parts: Part[] };

const columns = {
	number: profileVersions.number,
	at: profileVersions.publishedAt,
	by: people.name,
	note: profileVersions.note,
	parts: profileVersions.parts
};

/** Every kept version of a profile, the newest first, for those who look inside. */
export async function listVersions(ctx: Ctx, slug: string): Promise<VersionItem[]> {
	const { id } = await profileFor(ctx, slug);
	return ctx.db
		.select(columns)
		.from(profileVersions)
		.leftJoin(people, eq(people.id, profileVersions.publishedBy))
		.where(eq(profileVersions.organisationId, id))
		.orderBy(desc(profileVersions.number));
}

/** One version by its number. Throws notFound. */
export async function findVersion(ctx: Ctx, { slug, number }: { slug: string; number: number }): Promise<VersionItem> {
	const { id } = await profileFor(ctx, slug);
	const [found] = await ctx.db
		.select(columns)
		.from(profileVersions)
		.leftJoin(people, eq(people.id, profileVersions.publishedBy))
		.where(and(eq(profileVersions.organisationId, id), eq(profileVersions.number, number)));
	if (!found) throw notFound('Diese Fassung gibt es nicht.');
	return found;
}
