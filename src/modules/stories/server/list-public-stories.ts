import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { notFound, Refusal } from '#lib/refusal.ts';
import { copyKey, widths } from '#lib/upload.ts';
import { states } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { StoryFilter } from '../story-filter.ts';
import type { StoryPage } from '../story.ts';
import { storyFor } from './internal/story-for.ts';
import { stories, storyPages } from './tables.ts';

const perPage = 24;

export type ListedStories = { items: StoryPage[]; total: number; pages: number; states: (readonly [code: string, name: string])[] };

/** Published stories, the newest first, with the states that one may choose from. */
export async function viewStories(ctx: Pick<Ctx, 'db'>, { use, propertyType, stateCode, page }: StoryFilter): Promise<ListedStories> {
	const asked = and(
		use ? eq(storyPages.use, use) : undefined,
		propertyType ? eq(storyPages.propertyType, propertyType) : undefined,
		stateCode ? eq(storyPages.stateCode, stateCode) : undefined
	);
	const rows = await ctx.db
		.select({ content: storyPages.content })
		.from(storyPages)
		.where(asked)
		.orderBy(desc(storyPages.publishedAt), desc(storyPages.storyId))
		.limit(perPage)
		.offset((page - 1) * perPage);
	const total = await ctx.db.$count(storyPages, asked);
	const named = await ctx.db.select({ code: states.code, name: states.name }).from(states).orderBy(states.name);
	return {
		items: rows.map(({ content }) => content),
		...{ total, pages: Math.max(1, Math.ceil(total / perPage)), states: named.map(({ code, name }) => [code, name] as const) }
	};
}

/** The stories of a municipality or of a place, the newest first; at most six. */
export async function listPublicStories(ctx: Pick<Ctx, 'db'>, of: { ags: string } | { placeId: string }): Promise<StoryPage[]> {
	const rows = await ctx.db
		.select({ content: storyPages.content })
		.from(storyPages)
		.where('ags' in of ? eq(storyPages.ags, of.ags) : eq(storyPages.placeId, of.placeId))
		.orderBy(desc(storyPages.publishedAt), desc(storyPages.storyId))
		.limit(6);
	return rows.map(({ content }) => content);
}

/** One of them. Throws 404, and 410 where a story was taken back. */
export async function findPublicStory(ctx: Pick<Ctx, 'db'>, slug: string): Promise<StoryPage> {
	const [row] = await ctx.db.select({ content: storyPages.content }).from(storyPages).where(eq(storyPages.slug, slug));
	if (row) return row.content;
	const gone = and(eq(stories.slug, slug), isNotNull(stories.withdrawnAt));
	if (await ctx.db.$count(stories, gone)) throw new Refusal(410, 'gone', { message: 'Diese Geschichte ist zurückgezogen.' });
	throw notFound('Diese Geschichte gibt es nicht.');
}

/** The file behind `/geschichten/bilder/…`: for everybody when it stands on a published page, else for whoever tells it. Throws 404. */
export async function findPictureFile(ctx: Ctx, name: string): Promise<{ key: string; isPublic: boolean }> {
	const [, stem = '', width] = /^([0-9a-f-]{36})(?:-(\d{3,4}))?\.webp$/.exec(name) ?? [];
	if (!stem || (width && !widths.includes(Number(width) as (typeof widths)[number]))) throw notFound();
	const key = `stories/${stem}.webp`;
	const file = width ? copyKey(key, Number(width)) : key;
	const [page] = await ctx.db.select({ id: storyPages.storyId }).from(storyPages).where(eq(storyPages.pictureKey, key));
	if (page) return { key: file, isPublic: true };
	const [draft] = ctx.actor ? await ctx.db.select({ id: stories.id }).from(stories).where(eq(stories.pictureKey, key)) : [];
	if (!draft) throw notFound();
	await storyFor(ctx, draft.id);
	return { key: file, isPublic: false };
}
