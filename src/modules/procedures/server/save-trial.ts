import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { leavesOf, topOf } from '../criteria.ts';
import type { TrialInput } from '../forms-trial.ts';
import { inventConcepts } from '../invent.ts';
import { priceScaleOf } from '../price.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { lastPosition } from './internal/position.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { procedureTrials } from './tables.ts';

const most = 8;

/** An invented concept of the rehearsal with its points; what is above a scale is refused. Throws 401, 404, 409, 422. */
export async function saveTrial(ctx: Ctx, { id, input }: { id: string; input: TrialInput }): Promise<void> {
	await changeDraft(ctx, id, async (inside, { row }) => {
		const leaves = leavesOf(await loadCriteria(inside, id));
		const above = leaves.find((leaf) => (input.points[leaf.id] ?? 0) > topOf(leaf));
		if (above) throw refused('too-many-points', `„${above.title}“ gibt höchstens ${topOf(above)} Punkte.`, 'points');
		const points = Object.fromEntries(
			leaves.flatMap((leaf) => (input.points[leaf.id] === undefined ? [] : [[leaf.id, input.points[leaf.id] ?? 0]]))
		);
		const values = { name: input.name, points, offerCents: priceScaleOf(row) ? input.offer : null };
		const mine = eq(procedureTrials.procedureId, id);
		if (input.trialId) {
			const [changed] = await inside.db
				.update(procedureTrials)
				.set(values)
				.where(and(mine, eq(procedureTrials.id, input.trialId)))
				.returning({ id: procedureTrials.id });
			if (!changed) throw notFound('Dieses erfundene Konzept gibt es nicht mehr.');
			return;
		}
		const { position, count } = await lastPosition(inside, procedureTrials, mine);
		if (count >= most) throw refused('too-many', `Mehr als ${most} erfundene Konzepte zeigen nichts Neues. Bitte erst eines entfernen.`);
		await inside.db.insert(procedureTrials).values({ id: newId(), procedureId: id, position, ...values });
	});
}

/** Replaces the invented concepts by four with different strengths. Throws 401, 404, 409. */
export async function inventTrials(ctx: Ctx, id: string): Promise<void> {
	await changeDraft(ctx, id, async (inside, { row }) => {
		const leaves = leavesOf(await loadCriteria(inside, id));
		if (!leaves.length) throw refused('no-leaf', 'Erst wenn es Kriterien gibt, lässt sich etwas proben.');
		await inside.db.delete(procedureTrials).where(eq(procedureTrials.procedureId, id));
		const invented = inventConcepts(leaves, priceScaleOf(row));
		await inside.db.insert(procedureTrials).values(invented.map((one, n) => ({ id: newId(), procedureId: id, position: n + 1, ...one })));
	});
}

/** Takes an invented concept away. Throws 401, 404, 409. */
export async function removeTrial(ctx: Ctx, { id, trialId }: { id: string; trialId: string }): Promise<void> {
	await changeDraft(ctx, id, async (inside) => {
		await inside.db.delete(procedureTrials).where(and(eq(procedureTrials.id, trialId), eq(procedureTrials.procedureId, id)));
	});
}
