import { eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { slugOf } from '#modules/properties/address.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { storySteps, whyNotPublish, whyNotStoryStep, type StoryStep } from '../story.ts';
import { loadTold } from './internal/load-told.ts';
import { changing, type StoryRow } from './internal/story-for.ts';
import { stories, storyPages } from './tables.ts';

async function freeSlug(ctx: Pick<Ctx, 'db'>, title: string): Promise<string> {
	const base = slugOf(title) || 'geschichte';
	await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('stories.slug'))`);
	const isTaken = (await ctx.db.$count(stories, eq(stories.slug, base))) > 0;
	return isTaken ? `${base}-${newId().slice(-8)}` : base;
}

async function publish(ctx: Ctx, row: StoryRow): Promise<void> {
	await checkMayShow(ctx, { kind: 'story', id: row.id });
	const { told, page, stateCode } = await loadTold(ctx, row);
	const [first, ...others] = whyNotPublish(told);
	if (first) throw refused(first.code, [first, ...others].map(({ message }) => message).join(' '));
	const slug = row.slug ?? (await freeSlug(ctx, row.title));
	const [before] = await ctx.db.select({ publishedAt: storyPages.publishedAt }).from(storyPages).where(eq(storyPages.storyId, row.id));
	const publishedAt = before?.publishedAt ?? ctx.now;
	const content = { ...page, slug, publishedAt: publishedAt.toISOString() };
	const facts = {
		slug,
		ags: row.ags,
		stateCode,
		use: row.use,
		propertyType: row.propertyType,
		placeId: row.placeId,
		pictureKey: row.pictureKey,
		content
	};
	await ctx.db
		.insert(storyPages)
		.values({ storyId: row.id, ...facts, publishedAt })
		.onConflictDoUpdate({ target: storyPages.storyId, set: facts });
	await ctx.db.update(stories).set({ slug, state: 'published', withdrawnAt: null }).where(eq(stories.id, row.id));
}

/** Publishes a story, for the first time or as it stands now, or takes it back: then its address says that it is gone. Throws 404, 409. */
export async function stepStory(ctx: Ctx, { id, step }: { id: string; step: StoryStep }): Promise<void> {
	await changing(ctx, id, async (inside, row) => {
		const not = whyNotStoryStep({ state: row.state, step });
		if (not) throw refused(not.code, not.message);
		const { to } = storySteps[step];
		if (to === 'published') await publish(inside, row);
		else {
			await inside.db.delete(storyPages).where(eq(storyPages.storyId, id));
			await inside.db.update(stories).set({ state: to, withdrawnAt: ctx.now }).where(eq(stories.id, id));
		}
		await recordEvent(inside, 'story.stepped', { subjectId: id, data: { from: row.state, to } });
	});
}
