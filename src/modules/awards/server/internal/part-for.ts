import { and, desc, eq, inArray, notExists, sql } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { concepts } from '#modules/concepts/server/tables.ts';
import { candidates, conflictDeclarations, reviews } from '#modules/judging/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findProcedureHead } from '#modules/procedures/server/find-procedure.ts';
import type { Role } from '#modules/procedures/roles.ts';
import { loadDuties } from '#modules/procedures/server/load-duties.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import type { Part, Phase } from '../../policy.ts';
import { phaseOf } from '../../policy.ts';
import { areLocked } from './load-votes.ts';

export type ProcedureRow = typeof procedures.$inferSelect;
/** The procedure for somebody who is named in it, and as what they take part. */
export type Seat = { row: ProcedureRow; town: string; part: Part; phase: Phase };

/** Whether the last word on any concept and step names a conflict. */
async function hasConflict({ db }: Pick<Ctx, 'db'>, memberIds: readonly string[]): Promise<boolean> {
	if (!memberIds.length) return false;
	const { conceptId, step, kind, memberId, at, id } = conflictDeclarations;
	const last = await db
		.selectDistinctOn([memberId, conceptId, step], { kind })
		.from(conflictDeclarations)
		.where(inArray(memberId, [...memberIds]))
		.orderBy(memberId, conceptId, step, desc(at), desc(id));
	return last.some((one) => one.kind !== 'none');
}

/** Whether somebody of the jury has neither said how they stand to a concept of this round nor handed in what they find of it. */
async function isSilent({ db }: Pick<Ctx, 'db'>, { id, round }: ProcedureRow, memberIds: readonly string[]): Promise<boolean> {
	if (!memberIds.length) return false;
	const said = db
		.select({ one: sql`1` })
		.from(conflictDeclarations)
		.where(and(eq(conflictDeclarations.conceptId, candidates.conceptId), inArray(conflictDeclarations.memberId, [...memberIds])));
	const handedIn = db
		.select({ one: sql`1` })
		.from(reviews)
		.where(
			and(
				eq(reviews.conceptId, candidates.conceptId),
				inArray(reviews.memberId, [...memberIds]),
				inArray(reviews.state, ['submitted', 'locked'])
			)
		);
	const [open] = await db
		.select({ conceptId: candidates.conceptId })
		.from(candidates)
		.innerJoin(concepts, and(eq(concepts.id, candidates.conceptId), eq(concepts.round, round)))
		.where(and(eq(candidates.procedureId, id), eq(candidates.state, 'valid'), notExists(said), notExists(handedIn)))
		.limit(1);
	return open !== undefined;
}

/** Throws 401, and 404 for whoever may not even read the call. */
export async function seatOf(ctx: Ctx, id: string): Promise<Seat> {
	const head = await findProcedureHead(ctx, id);
	const [row] = await ctx.db.select().from(procedures).where(eq(procedures.id, id));
	if (!row) throw notFound();
	const duties = await loadDuties(ctx, id);
	const named = await ctx.db
		.select({ memberId: procedureMembers.id, role: procedureMembers.role })
		.from(procedureMembers)
		.where(eq(procedureMembers.procedureId, id));
	const standsFor = (deputyFor: string | null) => named.find(({ memberId }) => memberId === deputyFor)?.role;
	const seats = duties.map(({ memberId, role, deputyFor }) => ({ memberId, roles: [role, standsFor(deputyFor)] }));
	const seatsAs = (role: Role) => seats.filter(({ roles }) => roles.includes(role)).map(({ memberId }) => memberId);
	const [all, jury] = [seats.map(({ memberId }) => memberId), seatsAs('juror')];
	const part = {
		...{ isLead: seatsAs('manager').length > 0, isJuror: jury.length > 0, isClerk: seatsAs('clerk').length > 0 },
		isChecker: seatsAs('pre_checker').length > 0,
		isConflicted: (await hasConflict(ctx, all)) || (await isSilent(ctx, row, jury))
	};
	return { row, town: head.town, part, phase: phaseOf(row.state, await areLocked(ctx, row)) };
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
