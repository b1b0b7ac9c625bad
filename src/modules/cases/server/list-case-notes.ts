import { and, desc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { caseInternalNotes, caseParties, caseSharedNotes } from './case-tables.ts';
import { caseAtDesk, deskOf } from './internal/case-for.ts';

export type Note = { id: string; text: string; by: string | null; at: Date };
export type DeskNotes = { internal: Note[]; shared: (Note & { isFromDesk: boolean })[] };

const writer = sql<string | null>`coalesce(nullif(${people.name}, ''), ${people.email})`;

/** Notes that only the office holding the case reads, the newest first. The caller has asked who reads. */
export async function listInternal(ctx: Pick<Ctx, 'db'>, { caseId, desk }: { caseId: string; desk: string }): Promise<Note[]> {
	return ctx.db
		.select({ id: caseInternalNotes.id, text: caseInternalNotes.text, by: writer, at: caseInternalNotes.at })
		.from(caseInternalNotes)
		.leftJoin(people, eq(people.id, caseInternalNotes.byPersonId))
		.where(and(eq(caseInternalNotes.caseId, caseId), eq(caseInternalNotes.desk, desk)))
		.orderBy(desc(caseInternalNotes.at), desc(caseInternalNotes.id))
		.limit(500);
}

/** Both kinds of notes of a case, for whoever works on it. Throws 404. */
export async function listCaseNotes(ctx: Ctx, id: string): Promise<DeskNotes> {
	const { row } = await caseAtDesk(ctx, id);
	const shared = await ctx.db
		.select({
			...{ id: caseSharedNotes.id, text: caseSharedNotes.text, at: caseSharedNotes.at, isFromDesk: caseSharedNotes.isFromDesk },
			by: sql<string | null>`coalesce(${caseParties.name}, ${writer})`
		})
		.from(caseSharedNotes)
		.leftJoin(people, eq(people.id, caseSharedNotes.byPersonId))
		.leftJoin(caseParties, eq(caseParties.id, caseSharedNotes.partyId))
		.where(eq(caseSharedNotes.caseId, id))
		.orderBy(desc(caseSharedNotes.at), desc(caseSharedNotes.id))
		.limit(500);
	return { internal: await listInternal(ctx, { caseId: id, desk: deskOf(row) }), shared };
}
