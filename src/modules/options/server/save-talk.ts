import { and, eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import { germanDay } from '#lib/text/german.ts';
import { shortened } from '#lib/text/shortened.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { commitmentTo } from '#modules/records/entry.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import type { TalkInput } from '../forms.ts';
import { isRunning } from '../option.ts';
import { changeOption } from './internal/desk-for.ts';
import { tellHolders } from './internal/tell-holder.ts';
import { optionTalks } from './tables.ts';

const most = 50;

/** Plans a talk about how far things are, moves it, or keeps what was said: both sides read it. The record is committed to the note, with the id as salt, and keeps neither. Throws 401, 404, 409, 422. */
export function saveTalk(ctx: Ctx, { id, input: { talkId, on, isHeld, note } }: { id: string; input: TalkInput }): Promise<void> {
	return changeOption(ctx, id, async (inside, { desk, option }) => {
		if (!isRunning(option.state)) throw refused('over', 'Diese Anhandgabe läuft nicht mehr.');
		if (isHeld && on > dayOf(ctx.now))
			throw refused('future', 'Dieses Gespräch liegt noch vor Ihnen. Bitte planen, und hinterher eintragen, was besprochen wurde.', 'on');
		if (isHeld && !note) throw refused('no-note', 'Bitte in ein paar Sätzen festhalten, was besprochen wurde.', 'note');
		const row = { on, isHeld, note, byPersonId: ctx.actor?.id ?? null, at: ctx.now };
		const newTalk = newId();
		if (talkId) {
			const which = and(eq(optionTalks.id, talkId), eq(optionTalks.optionId, option.id));
			const saved = await inside.db.update(optionTalks).set(row).where(which).returning({ id: optionTalks.id });
			if (!saved.length) throw notFound('Dieses Gespräch gibt es nicht mehr.');
		} else {
			if ((await inside.db.$count(optionTalks, eq(optionTalks.optionId, option.id))) >= most)
				throw refused('too-many', `Höchstens ${most} Gespräche. Bitte eines davon weiterschreiben.`);
			await inside.db.insert(optionTalks).values({ id: newTalk, optionId: option.id, ...row });
		}
		const kind = isHeld ? 'option.talk_held' : 'option.talk_planned';
		const commitments: Record<string, string> = note ? { note: await commitmentTo(note, talkId ?? newTalk) } : {};
		await appendEntry(inside, { recordId: id, kind, facts: { turn: option.turn, on }, commitments });
		const title = `${desk.house.title}: ${isHeld ? 'Protokoll vom' : 'Gespräch am'} ${germanDay(on)}`;
		const text = note || 'Das Büro möchte mit Euch besprechen, wie weit Ihr seid und was Ihr braucht.';
		await tellHolders(inside, [
			{ option, kind: 'option-talk', about: `${talkId ?? newTalk}:${on}:${isHeld}`, title, text: shortened(text, 400) }
		]);
	});
}
