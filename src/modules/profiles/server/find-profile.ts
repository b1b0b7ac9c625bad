import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { contactPoints } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotPublish, type Hindrance } from '../gate.ts';
import { mayWriteProfile } from '../policy.ts';
import type { DraftPart, ProfilePage } from '../profile.ts';
import { progressOf, type Progress } from '../progress.ts';
import { toProfilePage } from '../to-profile-page.ts';
import { loadDraft } from './internal/load-draft.ts';
import { profileFor, type ProfileOwner } from './internal/profile-for.ts';
import { profilePages, profiles } from './tables.ts';

export type ProfileDesk = {
	owner: ProfileOwner;
	parts: DraftPart[];
	/** What the page would be if it were published now, and what stands against it. */
	preview: ProfilePage;
	missing: Hindrance[];
	progress: Progress;
	/** The version that everybody sees. */
	published: { number: number; at: Date } | null;
	/** Something was changed after the last publication. */
	isAhead: boolean;
	mayWrite: boolean;
};

/** A profile as those who write it see it, by the slug of its organisation. 404 for everybody else. */
export async function findProfile(ctx: Ctx, slug: string): Promise<ProfileDesk> {
	const owner = await profileFor(ctx, slug);
	const parts = await loadDraft(ctx, owner.id);
	const [known] = await ctx.db.select().from(profiles).where(eq(profiles.organisationId, owner.id));
	const [page] = await ctx.db.select().from(profilePages).where(eq(profilePages.organisationId, owner.id));
	const hasContact = (await ctx.db.$count(contactPoints, eq(contactPoints.organisationId, owner.id))) > 0;
	const preview = toProfilePage(parts, { isDemo: known?.isDemo });
	const missing = whyNotPublish(parts);
	const isAhead = !page || !isDeepStrictEqual(page.content, JSON.parse(JSON.stringify(preview)));
	return {
		...{ owner, parts, preview, missing, isAhead },
		progress: progressOf(parts, {
			hasContact,
			isPublished: Boolean(page),
			isReady: !missing.length,
			isAhead
		}),
		published: page ? { number: page.number, at: page.publishedAt } : null,
		mayWrite: mayWriteProfile(ctx.actor, owner.id)
	};
}
