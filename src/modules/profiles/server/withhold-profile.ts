import { and, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { giveBack, holdBack } from '#modules/people/server/hold-back.ts';
import { filesOf } from '../profile.ts';
import { toProfilePage } from '../to-profile-page.ts';
import { tell } from './internal/profile-for.ts';
import { profilePages, profiles, profileVersions } from './tables.ts';

type Kept = { number: number; publishedAt: string };

/** The operator withholds the story of an organisation: page, pictures and recordings are gone for everybody; draft and versions stay. Throws 409 for what is not public. */
export async function withholdProfile(ctx: Ctx, organisationId: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [page] = await db.delete(profilePages).where(eq(profilePages.organisationId, organisationId)).returning();
		if (!page) throw refused('content-gone', 'Dieses Profil ist nicht mehr öffentlich.');
		await holdBack(inside, { kind: 'profile', id: organisationId }, { number: page.number, publishedAt: page.publishedAt });
		await tell(inside, organisationId, { kind: 'profile.withdrawn' });
	});
}

/** Brings back the version that was shown. A voice that took its release back meanwhile is in no version any more, and so does not return. */
export async function restoreProfile(ctx: Ctx, organisationId: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const kept = await giveBack<Kept>(inside, { kind: 'profile', id: organisationId });
		if (!kept) return;
		const [row] = await db
			.select({ parts: profileVersions.parts, isDemo: profiles.isDemo })
			.from(profileVersions)
			.innerJoin(profiles, eq(profiles.organisationId, profileVersions.organisationId))
			.where(and(eq(profileVersions.organisationId, organisationId), eq(profileVersions.number, kept.number)));
		if (!row) return;
		const content = toProfilePage(row.parts, { isDemo: row.isDemo });
		const page = { organisationId, number: kept.number, content, files: filesOf(content), publishedAt: new Date(kept.publishedAt) };
		await db.insert(profilePages).values(page).onConflictDoNothing();
		await tell(inside, organisationId, { kind: 'profile.published', number: kept.number });
	});
}
