import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { caseDocuments } from './case-tables.ts';
import { caseAtDesk, deskOf } from './internal/case-for.ts';

export type CaseDocument = { id: string; name: string; contentType: string; bytes: number; isShared: boolean; by: string | null; at: Date };

/** The documents of a case that are shared, and with `desk` those of that office. The caller has asked who reads. */
export async function documentsOf(ctx: Pick<Ctx, 'db'>, caseId: string, desk: string | null): Promise<CaseDocument[]> {
	const readable = or(eq(caseDocuments.isShared, true), desk ? eq(caseDocuments.desk, desk) : undefined);
	return ctx.db
		.select({
			...{ id: caseDocuments.id, name: caseDocuments.name, contentType: caseDocuments.contentType, bytes: caseDocuments.bytes },
			...{
				isShared: caseDocuments.isShared,
				at: caseDocuments.at,
				by: sql<string | null>`coalesce(nullif(${people.name}, ''), ${people.email})`
			}
		})
		.from(caseDocuments)
		.leftJoin(people, eq(people.id, caseDocuments.byPersonId))
		.where(and(eq(caseDocuments.caseId, caseId), readable))
		.orderBy(desc(caseDocuments.at), desc(caseDocuments.id));
}

/** The documents of a case, shared and internal, for whoever works on it. Throws 404. */
export async function listDocuments(ctx: Ctx, id: string): Promise<CaseDocument[]> {
	const { row } = await caseAtDesk(ctx, id);
	return documentsOf(ctx, id, deskOf(row));
}
