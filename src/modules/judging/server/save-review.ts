import { eq } from 'drizzle-orm';
import { refused, Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { hasSecondFactor } from '#modules/people/server/has-second-factor.ts';
import { frozenLeaves } from '#modules/procedures/frozen.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import type { ReviewInput } from '../forms.ts';
import { undeclaredIn, type Panel } from '../panel.ts';
import { asJuror, conceptFor, inState } from '../policy.ts';
import { furtherText, missingIn, whyNotKeep } from '../review.ts';
import { mySeatFor } from '../turn.ts';
import { changingPanel } from './internal/load-panel.ts';
import { ensureReview, handIn, type ReviewRow } from './internal/review-row.ts';
import { reviews } from './tables.ts';

type Saving = { id: string; number: number; input: ReviewInput };

export const alreadyIn = 'Diese Bewertung ist abgegeben. Ändern lässt sie sich, wenn gemeinsam beraten wird, mit Begründung.';

function whyNotSave(panel: Panel, row: ReviewRow, { scores, version, isDone, confidence }: ReviewInput): Refusal | null {
	if (row.state === 'abstained')
		return refused(
			'abstained',
			'Für dieses Konzept ist festgehalten, dass hier keine Stimme zählt. Bitte wenden Sie sich an die Leitung des Verfahrens.'
		);
	if (row.state !== 'open') return refused('already-in', alreadyIn);
	if (row.version !== version)
		return refused(
			'changed-meanwhile',
			'Diese Bewertung ist inzwischen in einem anderen Fenster gespeichert worden. Ihr Text hier ist nicht verloren: Bitte vergleichen und noch einmal speichern.'
		);
	const leaves = frozenLeaves(panel.frozen);
	const not = whyNotKeep(leaves, scores);
	if (not) return refused('not-a-level', not.message, not.field || undefined);
	const [missing, ...more] = isDone ? missingIn(leaves, { confidence, scores }) : [];
	return missing ? refused('incomplete', missing.message + furtherText(more.length), missing.field) : null;
}

/** Keeps what a juror finds of one concept, and hands it in with `isDone`: then it stands, and they see the others'. Throws 401, 403, 404, 409, 422. */
export async function saveReview(ctx: Ctx, { id, number, input }: Saving): Promise<void> {
	const hasFactor = await hasSecondFactor(ctx);
	await changingPanel(ctx, id, async (inside, panel) => {
		asJuror(panel, { hasFactor });
		inState(panel, 'scoring');
		if (undeclaredIn(panel, 'scoring').length)
			throw refused('declare-first', 'Bitte zuerst bei allen Konzepten sagen, ob Sie befangen sind. Danach können Sie werten.');
		const concept = conceptFor(panel, number, 'scoring');
		const seat = mySeatFor(panel, concept.id);
		if (!seat) throw refused('not-your-turn', 'Dieses Konzept wertet gerade jemand anderes.');
		const row = await ensureReview(inside, { procedureId: id, conceptId: concept.id, memberId: seat.memberId });
		const not = whyNotSave(panel, row, input);
		if (not) throw not;
		const { confidence, note, isDone } = input;
		const done = isDone ? ({ state: 'submitted', submittedAt: ctx.now, draft: null } as const) : { draft: input.scores };
		await inside.db
			.update(reviews)
			.set({ confidence, note, version: row.version + 1, ...done })
			.where(eq(reviews.id, row.id));
		if (!isDone) return;
		await handIn(inside, row.id, input.scores);
		await appendEntry(inside, {
			...{ recordId: id, kind: 'review.submitted', facts: { concept: number } },
			sealed: { memberId: seat.memberId, review: { confidence, note, scores: input.scores } }
		});
	});
}
