import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { storyPages } from '../tables.ts';
import { voicesOf } from './story-for.ts';

/** Takes from the public page every voice that is not released any more, in the transaction that ended the release. */
export async function forgetVoices(ctx: Ctx, storyId: string): Promise<void> {
	const [page] = await ctx.db.select().from(storyPages).where(eq(storyPages.storyId, storyId)).for('update');
	if (!page) return;
	const released = (await voicesOf(ctx, storyId)).filter(({ releasedAt }) => releasedAt);
	const voices = page.content.voices.filter((voice) =>
		released.some(({ text, name, role }) => text === voice.text && name === voice.name && role === voice.role)
	);
	await ctx.db
		.update(storyPages)
		.set({ content: { ...page.content, voices } })
		.where(eq(storyPages.storyId, storyId));
}
