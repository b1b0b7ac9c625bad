import { eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { AmendmentDraft } from '../amendment.ts';
import { leavesOf, type Level } from '../criteria.ts';
import type { Timeline } from '../timeline.ts';
import { isOpenFor } from '../open.ts';
import { heldAmendment, tooLate } from './internal/amendment-for.ts';
import { procedureAmendments } from './publication-tables.ts';

/** One part of the draft at a time: all days, all weights, the words of one criterion, or of one condition. */
export type AmendmentPart =
	| { timeline: Timeline }
	| { weights: ReadonlyMap<string, number> }
	| { leafId: string; title: string; description: string; levels: Level[] }
	| { conditionId: string; title: string; description: string; evidenceNote: string };

function changed({ timeline, criteria }: AmendmentDraft, part: AmendmentPart): AmendmentDraft {
	if ('timeline' in part) return { timeline: part.timeline, criteria };
	const inLeaves = (change: (leaf: ReturnType<typeof leavesOf>[number]) => object): AmendmentDraft => ({
		timeline,
		criteria: {
			...criteria,
			areas: criteria.areas.map((area) => ({ ...area, leaves: area.leaves.map((leaf) => ({ ...leaf, ...change(leaf) })) }))
		}
	});
	if ('weights' in part) return inLeaves(({ id, weight }) => ({ weight: part.weights.get(id) ?? weight }));
	const gone = () => notFound('Das gibt es im veröffentlichten Aufruf nicht.');
	if ('leafId' in part) {
		const { leafId, ...words } = part;
		if (!leavesOf(criteria).some(({ id }) => id === leafId)) throw gone();
		return inLeaves(({ id }) => (id === leafId ? words : {}));
	}
	const { conditionId, ...words } = part;
	if (!criteria.eligibility.some(({ id }) => id === conditionId)) throw gone();
	const eligibility = criteria.eligibility.map((one) => (one.id === conditionId ? { ...one, ...words } : one));
	return { timeline, criteria: { ...criteria, eligibility } };
}

/** Writes a part of an amendment that is in work. `version`: the count of its changes that was read. Throws 401, 404, 409. */
export async function changeAmendment(
	ctx: Ctx,
	{ id, version, part }: { id: string; version: number; part: AmendmentPart }
): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { amendment, row } = await heldAmendment(inside, id);
		if (!isOpenFor(row, ctx.now)) throw tooLate();
		if (amendment.version !== version)
			throw refused(
				'changed-meanwhile',
				'Jemand hat diese Änderung inzwischen weiterbearbeitet. Bitte die Seite neu laden; Ihre Eingabe steht noch unten.'
			);
		await db
			.update(procedureAmendments)
			.set({ draft: changed(amendment.draft, part), version: version + 1, updatedBy: ctx.actor?.id ?? null, updatedAt: ctx.now })
			.where(eq(procedureAmendments.procedureId, id));
	});
}

/** Drops it: the call stays as it is. Throws 401, 404. */
export async function dropAmendment(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		await heldAmendment({ ...ctx, db }, id);
		await db.delete(procedureAmendments).where(eq(procedureAmendments.procedureId, id));
	});
}
