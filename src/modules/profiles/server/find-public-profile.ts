import { and, eq, isNotNull } from 'drizzle-orm';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ProfilePage } from '../profile.ts';
import type { ProfileOwner } from './internal/profile-for.ts';
import { profilePages } from './tables.ts';

export type PublicProfile = { owner: ProfileOwner; page: ProfilePage; publishedAt: Date };

/** The published story of a municipality (`ags`) or of any organisation (`organisationId`), or null: most have none. */
export async function findPublicProfile(
	ctx: Pick<Ctx, 'db'>,
	of: { ags: string } | { organisationId: string }
): Promise<PublicProfile | null> {
	const { id, slug, name, kind, ags, districtCode } = organisations;
	const [row] = await ctx.db
		.select({ owner: { id, slug, name, kind, ags, districtCode }, page: profilePages.content, publishedAt: profilePages.publishedAt })
		.from(profilePages)
		.innerJoin(organisations, eq(organisations.id, profilePages.organisationId))
		.where('ags' in of ? and(isNotNull(organisations.ags), eq(organisations.ags, of.ags)) : eq(organisations.id, of.organisationId));
	return row ? { ...row, owner: row.owner as ProfileOwner } : null;
}
