import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { filesOf } from '../../profile.ts';
import { toProfilePage } from '../../to-profile-page.ts';
import { profilePages, profileVersions } from '../tables.ts';

/** Takes a part out of everything that was ever published, at once: out of every version, and off the public page. */
export async function forgetPart(ctx: Ctx, organisationId: string, partId: string): Promise<void> {
	const versions = await ctx.db.select().from(profileVersions).where(eq(profileVersions.organisationId, organisationId));
	const [page] = await ctx.db.select().from(profilePages).where(eq(profilePages.organisationId, organisationId));
	for (const version of versions) {
		const parts = version.parts.filter(({ id }) => id !== partId);
		if (parts.length === version.parts.length) continue;
		await ctx.db.update(profileVersions).set({ parts }).where(eq(profileVersions.id, version.id));
		if (!page || page.number !== version.number) continue;
		const content = toProfilePage(parts, { isDemo: page.content.isDemo });
		await ctx.db
			.update(profilePages)
			.set({ content, files: filesOf(content) })
			.where(eq(profilePages.organisationId, organisationId));
	}
}
