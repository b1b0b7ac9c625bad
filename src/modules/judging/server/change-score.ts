import { and, eq, isNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { hasSecondFactor } from '#modules/people/server/has-second-factor.ts';
import { frozenLeaves } from '#modules/procedures/frozen.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import type { ChangeScoreInput } from '../forms.ts';
import { asJuror, conceptFor, inState, locked } from '../policy.ts';
import { changingPanel } from './internal/load-panel.ts';
import { reviewOf } from './internal/review-row.ts';
import { reviewScores } from './tables.ts';

/** A juror changes their own points for one leaf in the session, with a reason; the version before stays. Throws 401, 403, 404, 409, 422. */
export async function changeScore(ctx: Ctx, { id, number, input }: { id: string; number: number; input: ChangeScoreInput }): Promise<void> {
	const hasFactor = await hasSecondFactor(ctx);
	await changingPanel(ctx, id, async (inside, panel) => {
		asJuror(panel, { hasFactor });
		inState(panel, 'deliberation');
		if (panel.lockedAt) throw refused('locked', locked);
		const concept = conceptFor(panel, number, 'deliberation');
		const { leafId, memberId, points, was, changeReason } = input;
		if (!panel.mine.some((seat) => seat.memberId === memberId)) throw notFound();
		const leaf = frozenLeaves(panel.frozen).find((one) => one.id === leafId);
		const review = await reviewOf(inside, { conceptId: concept.id, memberId });
		if (!leaf || review?.state !== 'submitted') throw notFound();
		if (!leaf.levels.some((level) => level.points === points))
			throw refused('not-a-level', 'Bitte eine der Stufen wählen, die im Aufruf stehen.', 'points');
		const which = and(eq(reviewScores.reviewId, review.id), eq(reviewScores.leafId, leafId), isNull(reviewScores.supersededAt));
		const [before] = await inside.db.select().from(reviewScores).where(which);
		if (!before || before.points !== was)
			throw refused(
				'changed-meanwhile',
				'Ihre Punkte haben sich inzwischen geändert, vielleicht in einem anderen Fenster. Bitte die Seite neu laden und noch einmal wählen.'
			);
		if (points === was) throw refused('same', 'Das sind dieselben Punkte wie bisher. Zum Ändern bitte eine andere Stufe wählen.', 'points');
		await inside.db.update(reviewScores).set({ supersededAt: ctx.now }).where(eq(reviewScores.id, before.id));
		await inside.db
			.insert(reviewScores)
			.values({ ...{ id: newId(), reviewId: review.id, leafId, points, reason: before.reason, changeReason }, at: ctx.now });
		await appendEntry(inside, {
			...{ recordId: id, kind: 'score.changed', facts: { concept: number } },
			sealed: { memberId, leafId, from: was, to: points, changeReason }
		});
	});
}
