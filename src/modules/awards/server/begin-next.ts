import { and, eq } from 'drizzle-orm';
import { forbidden, refused } from '#lib/refusal.ts';
import { conceptContents } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findProcedureHead } from '#modules/procedures/server/find-procedure.ts';
import { continueProcedure } from '#modules/procedures/server/repeat-procedure.ts';
import { keepPartner } from '#modules/procedures/server/save-partner.ts';
import { mayLead } from '../policy.ts';
import { heldSeat } from './internal/part-for.ts';
import { awardPlaces, awards } from './tables.ts';

/** The group with which it goes on directly, as far as its interest says it; why without a competition, and its word, are still to be written. */
async function takePartner(ctx: Ctx, { from, to }: { from: string; to: string }): Promise<void> {
	const isIn = and(eq(awardPlaces.procedureId, from), eq(awardPlaces.outcome, 'invited'));
	const [one] = await ctx.db
		.select({ content: conceptContents.content })
		.from(awardPlaces)
		.innerJoin(conceptContents, eq(conceptContents.conceptId, awardPlaces.conceptId))
		.where(isIn);
	if (!one) return;
	const { name, contact, email } = one.content.applicant;
	await keepPartner(ctx, to, { name, contact, email, reasons: '', hasAgreed: false });
}

/** After an expression of interest: begins the draft of what was decided to follow. Returns its id. Throws 401, 403, 404, 409. */
export function beginNext(ctx: Ctx, id: string): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await heldSeat(inside, id, mayLead);
		if (!(await findProcedureHead(inside, id)).isDesk)
			throw forbidden('Den nächsten Schritt bereitet vor, wer auch diesen vorbereitet hat.');
		const [award] = await db.select({ next: awards.next }).from(awards).where(eq(awards.procedureId, id));
		if (row.state !== 'decided' || !award?.next)
			throw refused('no-next', 'Erst wenn entschieden ist, wie es weitergeht, lässt sich der nächste Schritt beginnen.');
		const isAlone = award.next === 'direct';
		const next = await continueProcedure(inside, { row, kind: isAlone ? 'direct_match' : 'single_stage' });
		if (isAlone) await takePartner(inside, { from: id, to: next });
		return next;
	});
}
