import { and, eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { moves, whyNotMove, type Move } from '../milestone.ts';
import { isRunning } from '../option.ts';
import { changeOption } from './internal/desk-for.ts';
import { tellHolders } from './internal/tell-holder.ts';
import { optionMilestones } from './tables.ts';

type Decision = { id: string; milestoneId: string; move: Exclude<Move, 'report'>; reason?: string };
const kindOf = { confirm: 'option.milestone_confirmed', reject: 'option.milestone_rejected', reopen: 'option.milestone_reopened' } as const;

/** The office confirms what was reported or what it saw itself, says what is still missing, or opens it again. Throws 401, 404, 409, 422. */
export function decideMilestone(ctx: Ctx, { id, milestoneId, move, reason }: Decision): Promise<void> {
	return changeOption(ctx, id, async (inside, { desk, option }) => {
		if (!isRunning(option.state)) throw refused('over', 'Nach dem Vertrag bleiben die Meilensteine, wie sie sind.');
		const which = and(eq(optionMilestones.id, milestoneId), eq(optionMilestones.optionId, option.id));
		const [row] = await inside.db.select().from(optionMilestones).where(which).for('update');
		if (!row) throw notFound('Diesen Meilenstein gibt es nicht mehr.');
		const not = whyNotMove({ state: row.state, move, reason });
		if (not) throw refused(not.code, not.message, not.field);
		const why = moves[move].needsReason ? (reason?.trim() ?? null) : null;
		await inside.db
			.update(optionMilestones)
			.set({ state: moves[move].to, reason: why, decidedBy: ctx.actor?.id ?? null, decidedAt: ctx.now, version: row.version + 1 })
			.where(which);
		const sealed = why ? { reason: why } : undefined;
		await appendEntry(inside, { recordId: id, kind: kindOf[move], facts: { turn: option.turn, title: row.title }, sealed });
		const title = `${desk.house.title}: ${move === 'confirm' ? 'bestätigt' : 'noch offen'}: ${row.title}`;
		const text = why ?? 'Das Büro hat diesen Meilenstein bestätigt.';
		await tellHolders(inside, [{ option, kind: 'option-milestone', about: `${row.id}:${row.version + 1}`, title, text }]);
	});
}
