import { and, eq, isNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { releaseSeal } from '#modules/seals/server/release-seal.ts';
import { seals } from '#modules/seals/server/tables.ts';
import { isLocked } from '../panel.ts';
import { asManager, inState } from '../policy.ts';
import { whyNotReveal } from '../turn.ts';
import { changingPanel } from './internal/load-panel.ts';
import { loadVotesWithin } from './load-votes.ts';
import { scoreLocks } from './tables.ts';

/** Fixes the points: nothing of them changes after it, and offers may be opened. Throws 401, 404, 409. */
export async function lockScores(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asManager(panel);
		inState(panel, 'deliberation');
		if (isLocked(panel)) throw refused('already', 'Die Punkte sind schon festgeschrieben.');
		const against = whyNotReveal(panel);
		if (against.length) throw refused('not-all-in', against.join(' '));
		await inside.db.insert(scoreLocks).values({ id: newId(), procedureId: id, lockedAt: ctx.now, lockedBy: ctx.actor?.id ?? null });
		await releaseSeal(inside, { subjectId: id, round: panel.round, kind: 'offers', isReleased: true });
		const votes = await loadVotesWithin(inside, panel);
		await appendEntry(inside, { recordId: id, kind: 'scores.locked', facts: { concepts: votes.length }, sealed: { votes } });
	});
}

/** Opens the points again, with a reason that everybody will read; never once an offer was opened. Throws 401, 404, 409. */
export async function reopenScores(ctx: Ctx, { id, reason }: { id: string; reason: string }): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asManager(panel);
		inState(panel, 'deliberation');
		if (!isLocked(panel)) throw refused('not-locked', 'Die Punkte sind nicht festgeschrieben.');
		const offers = and(eq(seals.subjectId, id), eq(seals.kind, 'offers'));
		const [opened] = (await inside.db.select({ at: seals.openedAt }).from(seals).where(offers)).filter(({ at }) => at !== null);
		if (opened) throw refused('offers-open', 'Die Preise sind geöffnet. Seitdem dürfen sich Punkte nicht mehr ändern.');
		await inside.db
			.update(scoreLocks)
			.set({ reopenedAt: ctx.now, reopenedBy: ctx.actor?.id ?? null, reopenReason: reason })
			.where(and(eq(scoreLocks.procedureId, id), isNull(scoreLocks.reopenedAt)));
		await releaseSeal(inside, { subjectId: id, round: panel.round, kind: 'offers', isReleased: false });
		await appendEntry(inside, { recordId: id, kind: 'scores.reopened', facts: { reason } });
	});
}
