import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { objectionSteps, whyNotObjectionStep, type ObjectionEffect, type ObjectionStep } from '../award.ts';
import { mayLead } from '../policy.ts';
import { ownConcept } from './internal/own-concept.ts';
import { heldSeat } from './internal/part-for.ts';
import { awardObjections } from './tables.ts';

type Settling = { step: ObjectionStep; answer?: string; effect?: ObjectionEffect | null };

async function settle(ctx: Ctx, { where, step, answer = '', effect = null }: Settling & { where: ReturnType<typeof and> }): Promise<void> {
	const [row] = await ctx.db.select().from(awardObjections).where(where).for('update');
	if (!row) throw notFound();
	const not = whyNotObjectionStep(row.state, step);
	if (not) throw refused(not.code, not.message);
	const { to } = objectionSteps[step];
	const answered = { state: to, answer, effect, answeredBy: ctx.actor?.id ?? null, answeredAt: ctx.now };
	await ctx.db.update(awardObjections).set(answered).where(eq(awardObjections.id, row.id));
	const facts = { objection: row.number, ...(effect ? { effect } : {}) };
	await appendEntry(ctx, { recordId: row.procedureId, kind: `objection.${to}`, facts, sealed: answer ? { answer } : {} });
	await recordEvent(ctx, 'objection.moved', { subjectId: row.id, data: { to } });
}

export type AnswerInput = { objectionId: string; step: 'accept' | 'reject'; answer: string; effect: ObjectionEffect | null };

/** Answers an objection with a reason. An accepted one says what it leads to. Throws 401, 404, 409, 422. */
export function answerObjection(ctx: Ctx, { id, input }: { id: string; input: AnswerInput }): Promise<void> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await heldSeat(inside, id, mayLead);
		const { objectionId, step, answer } = input;
		const effect = step === 'accept' ? input.effect : null;
		if (step === 'accept' && !effect) throw refused('no-effect', 'Bitte sagen, was daraus folgt.', 'effect');
		const where = and(eq(awardObjections.id, objectionId), eq(awardObjections.procedureId, id));
		await settle(inside, { where, step, answer, effect });
	});
}

/** Whoever raised an objection takes it back. Throws 401, 404, 409. */
export function withdrawObjection(ctx: Ctx, { conceptId, objectionId }: { conceptId: string; objectionId: string }): Promise<void> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await ownConcept(inside, conceptId);
		if (!isUuid(objectionId)) throw notFound();
		await settle(inside, { where: and(eq(awardObjections.id, objectionId), eq(awardObjections.conceptId, conceptId)), step: 'withdraw' });
	});
}
