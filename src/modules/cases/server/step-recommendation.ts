import { and, eq } from 'drizzle-orm';
import { notFound, Refusal, refused } from '#lib/refusal.ts';
import { shortened } from '#lib/text/shortened.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isWritable } from '../case.ts';
import { recommendationStates, recommendationSteps, whyNotRecommendationStep, type RecommendationStep } from '../recommendation.ts';
import { recommendations } from './case-tables.ts';
import { caseAsParty, caseAtDesk, type CaseRow } from './internal/case-for.ts';
import { noteStep } from './internal/note-step.ts';
import { tellDesk } from './internal/tell.ts';

type Stand = { row: CaseRow; partyId: string | null };

/** Whoever works on the case, else one of its parties. Throws 404. */
async function standing(ctx: Ctx, id: string, lock = false): Promise<Stand> {
	try {
		return { row: (await caseAtDesk(ctx, id, { lock })).row, partyId: null };
	} catch (error) {
		if (!(error instanceof Refusal) || error.status !== 404) throw error;
		const { row, party } = await caseAsParty(ctx, id, { lock });
		return { row, partyId: party.id };
	}
}

type Asked = { id: string; recommendationId: string; step: RecommendationStep; reason?: string };

/** Says how a recommendation stands: the office, or the party it is for. Reminders end with it. Throws 404, 409, 422. */
export async function stepRecommendation(ctx: Ctx, { id, recommendationId, step, reason }: Asked): Promise<void> {
	await standing(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, partyId } = await standing(inside, id, true);
		if (!isWritable(row.state)) throw refused('case-ended', 'Dieser Fall ist beendet.');
		const [found] = await db
			.select()
			.from(recommendations)
			.where(and(eq(recommendations.id, recommendationId), eq(recommendations.caseId, id)));
		if (!found || (partyId && found.partyId && found.partyId !== partyId)) throw notFound('Diese Empfehlung gibt es hier nicht.');
		const not = whyNotRecommendationStep({ state: found.state, step, reason });
		if (not) throw refused(not.code, not.message, not.field);
		const { to } = recommendationSteps[step];
		const blockedBy = to === 'blocked' ? (reason?.trim() ?? null) : null;
		const anew = step === 'resume' ? { reminders: 0, remindedOn: null } : {};
		await db
			.update(recommendations)
			.set({ state: to, blockedBy, ...anew, updatedAt: ctx.now })
			.where(eq(recommendations.id, recommendationId));
		const written = { caseId: id, machine: 'recommendation', subjectId: recommendationId, step, from: found.state, to } as const;
		await noteStep(inside, { ...written, reason, isShared: true });
		if (!partyId) return;
		const title = `Empfehlung ${recommendationStates[to]}: ${row.title}`;
		const subjectId = `${recommendationId}:${ctx.now.toISOString()}`;
		await tellDesk(inside, row, { kind: 'case-recommendation', subjectId, title, text: reason?.trim() || shortened(found.text, 200) });
	});
}
