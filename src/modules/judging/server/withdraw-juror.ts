import { eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { actsAs, seatsIn } from '../panel.ts';
import { asManager, inState, locked } from '../policy.ts';
import { changingPanel } from './internal/load-panel.ts';
import { withdrawals } from './tables.ts';

/** A juror leaves the jury: by their own word, or whoever leads says so for them. What they handed in stays. Throws 401, 404, 409. */
export async function withdrawJuror(
	ctx: Ctx,
	{ id, memberId, reason }: { id: string; memberId?: string | undefined; reason: string }
): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		inState(panel, 'precheck', 'scoring', 'deliberation');
		const mine = seatsIn(panel, 'scoring').map((seat) => seat.memberId);
		const leaving = memberId ? [memberId] : mine;
		if (!leaving.length) throw notFound();
		if (memberId && !mine.includes(memberId) && !actsAs(panel, 'manager')) throw notFound();
		if (!leaving.every((one) => panel.members.some((member) => member.memberId === one && ['juror', 'deputy'].includes(member.role))))
			throw notFound();
		if (panel.lockedAt) throw refused('locked', locked);
		const fresh = leaving.filter((one) => !panel.seating.withdrawals.some((gone) => gone.memberId === one));
		if (!fresh.length) throw refused('already', 'Das ist schon festgehalten.');
		const rows = fresh.map((one) => ({ memberId: one, procedureId: id, reason, byPersonId: ctx.actor?.id ?? null, at: ctx.now }));
		await inside.db.insert(withdrawals).values(rows);
		await appendEntry(inside, { recordId: id, kind: 'juror.withdrawn', sealed: { members: fresh, reason } });
	});
}

type Decision = { id: string; memberId: string; counts: boolean; reason: string };

/** Decides whether what a juror handed in before leaving counts, with a reason. Throws 401, 404, 409. */
export async function decideWithdrawal(ctx: Ctx, { id, memberId, counts, reason }: Decision): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asManager(panel);
		inState(panel, 'scoring', 'deliberation');
		const gone = panel.seating.withdrawals.find((one) => one.memberId === memberId);
		if (!gone) throw notFound();
		if (panel.lockedAt) throw refused('locked', locked);
		if (gone.counts !== null) throw refused('already', 'Das ist schon entschieden.');
		await inside.db
			.update(withdrawals)
			.set({ counts, countsReason: reason, decidedBy: ctx.actor?.id ?? null, decidedAt: ctx.now })
			.where(eq(withdrawals.memberId, memberId));
		await appendEntry(inside, { recordId: id, kind: 'juror.withdrawal_decided', facts: { counts }, sealed: { memberId, reason } });
	});
}
