import { and, eq } from 'drizzle-orm';
import { dayOf, monthsAfter } from '#lib/calendar.ts';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { isRunning } from '../option.ts';
import { changeOption } from './internal/desk-for.ts';
import { tellHolders } from './internal/tell-holder.ts';
import { optionRemedies } from './tables.ts';

/** Gives time to put something right: until then nothing lapses, even where the option ends before. One at a time. Throws 401, 404, 409, 422. */
export function setRemedy(ctx: Ctx, { id, what, until }: { id: string; what: string; until: string }): Promise<void> {
	return changeOption(ctx, id, async (inside, { desk, option }) => {
		if (!isRunning(option.state)) throw refused('over', 'Diese Anhandgabe läuft nicht mehr.');
		const today = dayOf(ctx.now);
		if (until <= today || until > monthsAfter(today, 12))
			throw refused('period', 'Bitte einen Tag in den nächsten zwölf Monaten. Üblich sind zwei Monate.', 'until');
		const open = await inside.db.$count(optionRemedies, and(eq(optionRemedies.optionId, option.id), eq(optionRemedies.state, 'open')));
		if (open) throw refused('one-runs', 'Es läuft schon eine Nachfrist. Bitte zuerst sagen, wie sie ausging.');
		const row = { id: newId(), optionId: option.id, what, until, setBy: ctx.actor?.id ?? null, setAt: ctx.now };
		await inside.db.insert(optionRemedies).values(row);
		await appendEntry(inside, { recordId: id, kind: 'option.remedy_set', facts: { turn: option.turn, until }, sealed: { what } });
		const title = `${desk.house.title}: Nachfrist bis ${germanDay(until)}`;
		await tellHolders(inside, [{ option, kind: 'option-remedy', about: row.id, title, text: `Bis dahin: ${what}` }]);
	});
}
