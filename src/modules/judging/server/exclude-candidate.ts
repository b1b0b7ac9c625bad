import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { asChecker, conceptFor, inState } from '../policy.ts';
import { setCandidate } from './internal/candidate-row.ts';
import { changingPanel } from './internal/load-panel.ts';
import { settleState } from './internal/settle-state.ts';

type Exclusion = { id: string; number: number; input: { conditionId?: string | undefined; reason: string } };

/** Excludes a concept, with the condition it fails and why; the group reads it in its letter. Throws 401, 404, 409, 422. */
export async function excludeCandidate(ctx: Ctx, { id, number, input }: Exclusion): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asChecker(panel);
		inState(panel, 'precheck');
		const concept = conceptFor(panel, number, 'precheck');
		const condition = panel.frozen.eligibility.find((one) => one.id === input.conditionId);
		if (input.conditionId && !condition) throw notFound();
		if (concept.state === 'excluded') throw refused('already', 'Dieses Konzept ist schon ausgeschlossen.');
		const { reason } = input;
		const about = { procedureId: id, conceptId: concept.id };
		await setCandidate(inside, about, {
			state: 'excluded',
			reason,
			conditionId: condition?.id ?? null,
			checkedBy: ctx.actor?.id ?? null,
			checkedAt: ctx.now
		});
		const facts = { concept: number, ...(condition ? { condition: condition.id } : {}) };
		await appendEntry(inside, { recordId: id, kind: 'candidate.excluded', facts, sealed: { reason } });
	});
}

/** Takes an exclusion back, with a reason, as long as nobody scores. Throws 401, 404, 409. */
export async function readmitCandidate(ctx: Ctx, { id, number, reason }: { id: string; number: number; reason: string }): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asChecker(panel);
		inState(panel, 'precheck');
		const concept = conceptFor(panel, number, 'precheck');
		if (concept.state !== 'excluded') throw refused('not-excluded', 'Dieses Konzept ist nicht ausgeschlossen.');
		await setCandidate(inside, { procedureId: id, conceptId: concept.id }, { state: 'unchecked', reason: null, conditionId: null });
		const concepts = panel.concepts.map((one) => (one.id === concept.id ? { ...one, state: 'unchecked' as const } : one));
		await settleState(inside, { ...panel, concepts }, concept.id);
		await appendEntry(inside, { recordId: id, kind: 'candidate.readmitted', facts: { concept: number }, sealed: { reason } });
	});
}
