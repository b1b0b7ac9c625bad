import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { Facts } from '#modules/records/entry.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { mayMove, onlyTown, townMoves } from '../policy.ts';
import { moves, whyNotMove, type MoveName } from '../way.ts';
import { changePage } from './internal/page.ts';
import type { ProcedureRow } from './internal/procedure-for.ts';
import { procedures, procedureSteps } from './tables.ts';

/** What the municipality answers for, a private owner does not do alone. */
async function refuseOwner({ db, actor }: Ctx, { propertyId }: ProcedureRow, move: MoveName): Promise<void> {
	if (!townMoves.includes(move)) return;
	const { ags, isMunicipal, ownerPersonId } = properties;
	const [house] = await db.select({ ags, isMunicipal, ownerPersonId }).from(properties).where(eq(properties.id, propertyId));
	if (house && !mayMove(actor, house, move)) throw forbidden(onlyTown);
}

export type Moving = {
	id: string;
	move: MoveName;
	reason?: string | null;
	/** For the record: what everybody may read, and what stays confidential. */
	facts?: Facts;
	sealed?: Readonly<Record<string, unknown>>;
	/** What changes with it. */
	set?: Partial<Pick<ProcedureRow, 'round' | 'slug' | 'publishedAt' | 'deadline'>>;
};

/**
 * Takes a procedure one move further, in the transaction of the command that asked who may: holds its row, writes step, event and record. Returns
 * the row as it was. Throws 404, 409 and 422.
 */
export async function moveProcedure(ctx: Ctx, { id, move, reason, facts = {}, sealed, set = {} }: Moving): Promise<ProcedureRow> {
	const [row] = await ctx.db.select().from(procedures).where(eq(procedures.id, id)).for('update');
	if (!row) throw notFound();
	await refuseOwner(ctx, row, move);
	const not = whyNotMove({ state: row.state, kind: row.kind, round: row.round, move, reason });
	if (not) throw refused(not.code, not.message, not.field);
	const { to } = moves[move];
	const [why, by] = [reason?.trim() || null, ctx.actor?.id ?? null];
	await ctx.db
		.update(procedures)
		.set({ ...set, state: to, version: row.version + 1, updatedAt: ctx.now, updatedBy: by })
		.where(eq(procedures.id, id));
	const { round, deadline } = set;
	await changePage(ctx, id, { state: to, round, deadline: deadline ?? undefined });
	const step = { procedureId: id, step: move, from: row.state, to, reason: why, byPersonId: by, at: ctx.now };
	await ctx.db.insert(procedureSteps).values({ id: newId(), ...step });
	await appendEntry(ctx, { recordId: id, kind: `procedure.${move}`, facts: { ...facts, to, ...(why ? { reason: why } : {}) }, sealed });
	await recordEvent(ctx, 'procedure.moved', { subjectId: id, data: { move, to } });
	return row;
}
