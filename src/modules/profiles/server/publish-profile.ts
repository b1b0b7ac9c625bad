import { desc, eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { whyNotPublish } from '../gate.ts';
import { filesOf } from '../profile.ts';
import { toProfilePage } from '../to-profile-page.ts';
import { loadDraft, snapshotOf } from './internal/load-draft.ts';
import { holdProfile, profileFor, tell } from './internal/profile-for.ts';
import { profilePages, profileVersions } from './tables.ts';

/** The newest versions are kept; older ones go when another is published. */
const versionsKept = 50;

/** Makes the draft what everybody sees, as a new version. 409 with everything that stands against it. Returns the number of the version. */
export async function publishProfile(ctx: Ctx, { slug, note }: { slug: string; note?: string }): Promise<number> {
	const { id: organisationId } = await profileFor(ctx, slug, { write: true });
	await checkMayShow(ctx, { kind: 'profile', id: organisationId });
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { isDemo } = await holdProfile(inside, organisationId);
		const parts = (await loadDraft(inside, organisationId)).map(snapshotOf);
		const missing = whyNotPublish(parts);
		if (missing.length) throw refused('not-ready', missing.map(({ message }) => message).join(' '));
		const [last] = await db
			.select({ number: profileVersions.number })
			.from(profileVersions)
			.where(eq(profileVersions.organisationId, organisationId))
			.orderBy(desc(profileVersions.number))
			.limit(1);
		const number = (last?.number ?? 0) + 1;
		const stamp = { organisationId, number, publishedAt: ctx.now };
		// An unreleased voice is no part of what was published.
		const shown = parts.filter(({ kind, releasedAt }) => kind !== 'voice' || releasedAt !== null);
		await db
			.insert(profileVersions)
			.values({ id: newId(), ...stamp, parts: shown, note: note || null, publishedBy: ctx.actor?.id ?? null });
		const content = toProfilePage(parts, { isDemo });
		const page = { ...stamp, content, files: filesOf(content) };
		await db.insert(profilePages).values(page).onConflictDoUpdate({ target: profilePages.organisationId, set: page });
		await db
			.delete(profileVersions)
			.where(sql`${profileVersions.organisationId} = ${organisationId} and ${profileVersions.number} <= ${number - versionsKept}`);
		await tell(inside, organisationId, { kind: 'profile.published', reason: note || undefined, number });
		return number;
	});
}

/** Takes the story off the public page; draft and versions stay. */
export async function withdrawProfile(ctx: Ctx, { slug, reason }: { slug: string; reason?: string }): Promise<void> {
	const { id: organisationId } = await profileFor(ctx, slug, { write: true });
	await ctx.db.transaction(async (db) => {
		await db.delete(profilePages).where(eq(profilePages.organisationId, organisationId));
		await tell({ ...ctx, db }, organisationId, { kind: 'profile.withdrawn', reason });
	});
}
