import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import type { LevelDays } from '../milestone.ts';
import { changeOption } from './internal/desk-for.ts';
import { options } from './tables.ts';

/** Sets how many days before or after a date who is reminded; null leaves a level out. Throws 401, 404, 409. */
export function setLevels(ctx: Ctx, { id, levels }: { id: string; levels: LevelDays }): Promise<void> {
	return changeOption(ctx, id, async (inside, { option }) => {
		await inside.db.update(options).set({ levels }).where(eq(options.id, option.id));
		await appendEntry(inside, { recordId: id, kind: 'option.levels_set', facts: { turn: option.turn, days: levels } });
	});
}
