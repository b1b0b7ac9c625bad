import { and, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { placePages } from '#modules/places/server/tables.ts';
import type { StoryInput } from '../forms.ts';
import { changing } from './internal/story-for.ts';
import { stories } from './tables.ts';

/** What the story says. Readers see it after publishing. Throws 404, 422. */
export async function saveStory(ctx: Ctx, { id, input }: { id: string; input: StoryInput }): Promise<void> {
	const { title, lead = '', text = '', lesson = '', use = null, propertyType, placeId = null } = input;
	await changing(ctx, id, async ({ db }, { ags }) => {
		if (placeId && !(await db.$count(placePages, and(eq(placePages.placeId, placeId), eq(placePages.ags, ags)))))
			throw refused('no-place', 'Diesen Ort gibt es in dieser Kommune nicht, oder er ist nicht öffentlich.', 'placeId');
		await db.update(stories).set({ title, lead, text, lesson, use, propertyType, placeId }).where(eq(stories.id, id));
	});
}
