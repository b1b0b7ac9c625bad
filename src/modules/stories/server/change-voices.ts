import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { VoiceInput } from '../forms.ts';
import { changing, voicesOf } from './internal/story-for.ts';
import { forgetVoices } from './internal/forget-voices.ts';
import { storyVoices } from './tables.ts';

const most = 12;
const one = (id: string, voiceId: string) => and(eq(storyVoices.id, voiceId), eq(storyVoices.storyId, id));

/** What somebody says, new or in other words; other words end the release, and the public page forgets them at once. Throws 404, 409. */
export async function saveVoice(ctx: Ctx, { id, input }: { id: string; input: VoiceInput }): Promise<void> {
	const { voiceId, said: text, name, role } = input;
	await changing(ctx, id, async (inside) => {
		const there = await voicesOf(inside, id);
		if (!voiceId) {
			if (there.length >= most) throw refused('many', `Mehr als ${most} Stimmen hört niemand mehr heraus.`);
			await inside.db.insert(storyVoices).values({ id: newId(), storyId: id, text, name, role });
			return;
		}
		const had = there.find((voice) => voice.id === voiceId);
		if (!had) throw notFound('Diese Stimme gibt es nicht mehr.');
		if (had.text === text && had.name === name && had.role === role) return;
		await inside.db.update(storyVoices).set({ text, name, role, releasedAt: null, releasedHow: null }).where(one(id, voiceId));
		await forgetVoices(inside, id);
	});
}

type Release = { id: string; voiceId: string; how: string | null };

/** Notes that the person released exactly these words, and how; `how` null takes it back, and the words leave the public page at once. Throws 404. */
export async function releaseVoice(ctx: Ctx, { id, voiceId, how }: Release): Promise<void> {
	await changing(ctx, id, async (inside) => {
		const set = how ? { releasedAt: ctx.now, releasedHow: how } : { releasedAt: null, releasedHow: null };
		const [changed] = await inside.db.update(storyVoices).set(set).where(one(id, voiceId)).returning({ id: storyVoices.id });
		if (!changed) throw notFound('Diese Stimme gibt es nicht mehr.');
		if (!how) await forgetVoices(inside, id);
		await recordEvent(inside, how ? 'story.voice_released' : 'story.voice_withdrawn', { subjectId: voiceId, data: { story: id } });
	});
}

/** Throws 404. */
export async function removeVoice(ctx: Ctx, { id, voiceId }: { id: string; voiceId: string }): Promise<void> {
	await changing(ctx, id, async (inside) => {
		await inside.db.delete(storyVoices).where(one(id, voiceId));
		await forgetVoices(inside, id);
	});
}
