import { eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { admittedOf, hasChair } from '../panel.ts';
import { asManagerOf, inState, locked } from '../policy.ts';
import { changingPanel } from './internal/load-panel.ts';
import { ensureReview } from './internal/review-row.ts';
import { reviews } from './tables.ts';

type Wish = { id: string; memberId: string; conceptId: string; reason: string };

/** Whoever leads holds down, with a reason, that a chair has no vote for a concept. What was handed in stays in the file. Throws 401, 404, 409. */
export async function abstainReview(ctx: Ctx, { id, memberId, conceptId, reason }: Wish): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asManagerOf(panel, conceptId);
		inState(panel, 'scoring', 'deliberation');
		if (panel.lockedAt) throw refused('locked', locked);
		const concept = admittedOf(panel).find((one) => one.id === conceptId);
		if (!concept || !panel.members.some((one) => one.memberId === memberId && hasChair(one))) throw notFound();
		const row = await ensureReview(inside, { procedureId: id, conceptId, memberId });
		if (row.state === 'abstained') throw refused('already', 'Das ist schon festgehalten.');
		await inside.db
			.update(reviews)
			.set({ state: 'abstained', reason, version: row.version + 1 })
			.where(eq(reviews.id, row.id));
		await appendEntry(inside, { recordId: id, kind: 'review.abstained', facts: { concept: concept.number }, sealed: { memberId, reason } });
	});
}
