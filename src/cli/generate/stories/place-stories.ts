import { and, eq } from 'drizzle-orm';
import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { cases } from '#modules/cases/server/case-tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { placePages } from '#modules/places/server/tables.ts';
import { beginStory } from '#modules/stories/server/begin-story.ts';
import { releaseVoice, saveVoice } from '#modules/stories/server/change-voices.ts';
import { saveTurn } from '#modules/stories/server/change-turns.ts';
import { findStory } from '#modules/stories/server/find-story.ts';
import { saveStory } from '#modules/stories/server/save-story.ts';
import { stepStory } from '#modules/stories/server/step-story.ts';
import { demoStories, type DemoStory } from './demo-stories.ts';

async function placeOne(ctx: Ctx, { of, place, turns, voice, isDraft, agoDays, ...input }: DemoStory): Promise<void> {
	const [told] = await ctx.db
		.select({ id: cases.id })
		.from(cases)
		.where(and(eq(cases.title, of), eq(cases.isDemo, true)));
	if (!told) return;
	const [page] = place ? await ctx.db.select({ id: placePages.placeId }).from(placePages).where(eq(placePages.slug, place)) : [];
	const then = { ...ctx, now: new Date(ctx.now.getTime() - agoDays * 86_400_000) };
	const id = await beginStory(then, { caseId: told.id });
	await saveStory(then, { id, input: { ...input, placeId: page?.id } });
	for (const [hurdle, solution] of turns) await saveTurn(then, { id, input: { hurdle, solution } });
	if (voice) {
		await saveVoice(then, { id, input: voice });
		const [said] = (await findStory(then, id)).voices;
		await releaseVoice(then, { id, voiceId: said?.id ?? '', how: 'per Mail, liegt in der Akte' });
	}
	if (!isDraft) await stepStory(then, { id, step: 'publish' });
}

/** Stories of cases that have ended: one went well, one did not, one is being written. */
export async function placeStories(pool: Pool, now: Date): Promise<void> {
	for (const { by, ...story } of demoStories) await placeOne({ db: openDb(pool), now, actor: by }, story);
}
