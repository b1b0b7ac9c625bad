import { and, eq, inArray } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { factorNeeded } from '#modules/judging/policy.ts';
import { isKeptAway } from '#modules/judging/server/is-kept-away.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { hasSecondFactor } from '#modules/people/server/has-second-factor.ts';
import { stateAt } from '#modules/procedures/open.ts';
import { findProcedureHead } from '#modules/procedures/server/find-procedure.ts';
import { loadDuties } from '#modules/procedures/server/load-duties.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import type { Part, Phase } from '../../policy.ts';
import { phaseOf } from '../../policy.ts';
import { areLocked } from './load-votes.ts';

export type ProcedureRow = typeof procedures.$inferSelect;
/** The procedure for somebody who is named in it, and as what they take part. */
export type Seat = { row: ProcedureRow; town: string; part: Part; phase: Phase };

/** Throws 401, and 404 for whoever may not even read the call. */
export async function seatOf(ctx: Ctx, id: string): Promise<Seat> {
	const head = await findProcedureHead(ctx, id);
	const [row] = await ctx.db.select().from(procedures).where(eq(procedures.id, id));
	if (!row) throw notFound();
	const duties = await loadDuties(ctx, id);
	const stoodFor = duties.flatMap(({ deputyFor }) => (deputyFor ? [deputyFor] : []));
	const others = stoodFor.length
		? await ctx.db
				.select({ role: procedureMembers.role })
				.from(procedureMembers)
				.where(and(eq(procedureMembers.procedureId, id), inArray(procedureMembers.id, stoodFor)))
		: [];
	const roles = [...duties, ...others].map(({ role }) => role);
	const part = {
		...{ isLead: roles.includes('manager'), isJuror: roles.includes('juror'), isClerk: roles.includes('clerk') },
		...{
			isChecker: roles.includes('pre_checker'),
			isConflicted: duties.length > 0 && (await isKeptAway(ctx, id))
		}
	};
	const state = stateAt(row, ctx.now);
	return { row, town: head.town, part, phase: phaseOf(state, await areLocked(ctx, { ...row, state })) };
}

/** Whoever reads only as a member of the jury does so behind the second factor with which they scored. Throws 403. */
export async function askFactor(ctx: Ctx, { isLead, isClerk, isChecker, isJuror }: Part): Promise<void> {
	if (isJuror && !isLead && !isClerk && !isChecker && !(await hasSecondFactor(ctx))) throw factorNeeded();
}

/** The same where a rule allows it, 404 otherwise. */
export async function seatWhere(ctx: Ctx, id: string, may: (part: Part, phase: Phase) => boolean): Promise<Seat> {
	const seat = await seatOf(ctx, id);
	if (!may(seat.part, seat.phase)) throw notFound();
	return seat;
}

/** The same with the procedure held, for a change: in the caller's transaction. */
export async function heldSeat(ctx: Ctx, id: string, may: (part: Part) => boolean): Promise<Seat> {
	await seatWhere(ctx, id, may);
	await ctx.db.select({ id: procedures.id }).from(procedures).where(eq(procedures.id, id)).for('update');
	return seatWhere(ctx, id, may);
}
