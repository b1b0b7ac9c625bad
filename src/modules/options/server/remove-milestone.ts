import { and, eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { changeOption } from './internal/desk-for.ts';
import { optionMilestones } from './tables.ts';

/** Strikes a milestone to which nothing was reported. Throws 401, 404, 409. */
export function removeMilestone(ctx: Ctx, { id, milestoneId }: { id: string; milestoneId: string }): Promise<void> {
	return changeOption(ctx, id, async (inside, { option }) => {
		const which = and(eq(optionMilestones.id, milestoneId), eq(optionMilestones.optionId, option.id));
		const [row] = await inside.db.select().from(optionMilestones).where(which);
		if (!row) throw notFound('Diesen Meilenstein gibt es nicht mehr.');
		if (row.state !== 'planned')
			throw refused('begun', 'Dazu ist schon etwas gemeldet oder bestätigt. Streichen lässt sich nur, was noch geplant ist.');
		await inside.db.delete(optionMilestones).where(which);
		await appendEntry(inside, { recordId: id, kind: 'option.milestone_removed', facts: { turn: option.turn, title: row.title } });
	});
}
