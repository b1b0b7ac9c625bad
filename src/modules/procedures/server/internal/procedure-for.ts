import { eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { isTown, mayPrepare, mayReadCall, onlyTown } from '../../policy.ts';
import { isWritable, notWritable } from '../../procedure.ts';
import { isMember } from '../is-member.ts';
import { procedureMembers, procedures } from '../tables.ts';

export type ProcedureRow = typeof procedures.$inferSelect;
export type House = {
	id: string;
	ags: string;
	title: string;
	isMunicipal: boolean;
	/** The account of a private owner. */
	ownerPersonId: string | null;
	heritage: string;
	town: string;
};
export type Held = { row: ProcedureRow; house: House };

/** Whether whoever asks is named in the procedure. */
export const isNamed = (ctx: Pick<Ctx, 'actor'>): SQL<boolean> =>
	sql<boolean>`exists (select from procedure_members where ${procedureMembers.procedureId} = ${procedures.id} and ${isMember(ctx)})`;

async function load(ctx: Ctx, id: string) {
	if (!ctx.actor) throw unauthenticated();
	if (!isUuid(id)) throw notFound();
	const { id: houseId, ags, title, isMunicipal, ownerPersonId, heritage } = getTableColumns(properties);
	const [found] = await ctx.db
		.select({
			row: procedures,
			house: { id: houseId, ags, title, isMunicipal, ownerPersonId, heritage, town: municipalities.nameShort },
			isNamed: isNamed(ctx)
		})
		.from(procedures)
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.innerJoin(municipalities, eq(municipalities.ags, properties.ags))
		.where(eq(procedures.id, id));
	if (!found) throw notFound();
	return found;
}

/** A procedure for whoever prepares it: the office, and the private owner of the house; 404 for everybody else. */
export async function procedureAtDesk(ctx: Ctx, id: string): Promise<Held> {
	const found = await load(ctx, id);
	if (!mayPrepare(ctx.actor, found.house)) throw notFound();
	return found;
}

/** The same for the municipality alone, which runs what is published; 404 for everybody else, a private owner too. */
export async function procedureOfTown(ctx: Ctx, id: string): Promise<Held> {
	const found = await procedureAtDesk(ctx, id);
	if (!isTown(ctx.actor, found.house)) throw notFound();
	return found;
}

/** A procedure for whoever may read its call; 404 for everybody else. */
export async function procedureToRead(ctx: Ctx, id: string): Promise<Held & { isDesk: boolean }> {
	const { row, house, isNamed } = await load(ctx, id);
	if (!mayReadCall(ctx.actor, { ...house, state: row.state, isNamed })) throw notFound();
	return { row, house, isDesk: mayPrepare(ctx.actor, house) };
}

/** The same, held for a change of its state: in the caller's transaction. */
export async function heldProcedure(ctx: Ctx, id: string): Promise<Held> {
	await procedureAtDesk(ctx, id);
	await ctx.db.select({ id: procedures.id }).from(procedures).where(eq(procedures.id, id)).for('update');
	return procedureAtDesk(ctx, id);
}

/** The same for what only the municipality does; a private owner is told so with 403. */
export async function heldByTown(ctx: Ctx, id: string): Promise<Held> {
	const held = await heldProcedure(ctx, id);
	if (!isTown(ctx.actor, held.house)) throw forbidden(onlyTown);
	return held;
}

/** Changes a draft in one transaction, one change at a time. Throws 401, 404, and 409 where it is finished or discarded. */
export function changeDraft<T>(ctx: Ctx, id: string, change: (inside: Ctx, held: Held) => Promise<T>): Promise<T> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await heldProcedure(inside, id);
		if (!isWritable(held.row.state)) throw refused('not-writable', notWritable);
		const done = await change(inside, held);
		await db
			.update(procedures)
			.set({ updatedAt: ctx.now, updatedBy: ctx.actor?.id ?? null })
			.where(eq(procedures.id, id));
		return done;
	});
}
