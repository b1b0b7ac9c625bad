import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { whyNotObject } from '../award.ts';
import { loadStand } from './check-grant.ts';
import { ownConcept } from './internal/own-concept.ts';
import { awardObjections } from './tables.ts';

/** A group holds something against the decision, while the standstill runs: nothing is granted until it has its answer. Throws 401, 404, 409. */
export function raiseObjection(ctx: Ctx, { conceptId, text }: { conceptId: string; text: string }): Promise<void> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { procedureId } = await ownConcept(inside, conceptId);
		await db.select({ id: procedures.id }).from(procedures).where(eq(procedures.id, procedureId)).for('update');
		const { state } = await ownConcept(inside, conceptId);
		const own = and(eq(awardObjections.conceptId, conceptId), eq(awardObjections.state, 'raised'));
		const asked = { now: ctx.now, state, own: await db.$count(awardObjections, own) };
		const not = whyNotObject(await loadStand(inside, procedureId), asked);
		if (not) throw refused(not.code, not.message, not.field);
		const number = (await db.$count(awardObjections, eq(awardObjections.procedureId, procedureId))) + 1;
		const id = newId();
		const raised = { raisedBy: ctx.actor?.id ?? null, raisedAt: ctx.now };
		await db.insert(awardObjections).values({ id, procedureId, conceptId, number, text, ...raised });
		await appendEntry(inside, {
			recordId: procedureId,
			kind: 'objection.raised',
			facts: { objection: number },
			sealed: { concept: conceptId, text }
		});
		await recordEvent(inside, 'objection.moved', { subjectId: id, data: { to: 'raised' } });
	});
}
