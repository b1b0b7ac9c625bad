import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { giveBack, holdBack } from '#modules/people/server/hold-back.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { stories, storyPages } from './tables.ts';

type Page = typeof storyPages.$inferSelect;
type Kept = { page: Omit<Page, 'publishedAt'> & { publishedAt: string } };

/** The operator withholds a story: its page and picture are gone for everybody, the page is kept as it was. Throws 409 for what is not public. */
export async function withholdStory(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [page] = await db.delete(storyPages).where(eq(storyPages.storyId, id)).returning();
		if (!page) throw refused('content-gone', 'Diese Geschichte ist nicht mehr öffentlich.');
		await holdBack(inside, { kind: 'story', id }, { page });
		await recordEvent(inside, 'story.stepped', { subjectId: id, data: { step: 'withhold' } });
	});
}

/** Brings the page back as it was, unless its office took the story back meanwhile. */
export async function restoreStory(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const kept = await giveBack<Kept>(inside, { kind: 'story', id });
		const [story] = await db.select({ state: stories.state }).from(stories).where(eq(stories.id, id));
		if (!kept || story?.state !== 'published') return;
		await db
			.insert(storyPages)
			.values({ ...kept.page, publishedAt: new Date(kept.page.publishedAt) })
			.onConflictDoNothing();
		await recordEvent(inside, 'story.stepped', { subjectId: id, data: { step: 'restore' } });
	});
}
