import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, Refusal, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { caseDocuments } from './case-tables.ts';
import { caseAsParty, caseAtDesk, deskOf } from './internal/case-for.ts';

export type DocumentFile = { key: string; contentType: string; name: string };

const hidden = (error: unknown): null => {
	if (error instanceof Refusal && error.status === 404) return null;
	throw error;
};

/** A document for whoever works on the case, and, where it is shared or they read along inside, for its parties. 404 for everybody else. */
export async function findDocumentFile(ctx: Ctx, id: string): Promise<DocumentFile> {
	if (!ctx.actor) throw unauthenticated();
	const [file] = isUuid(id) ? await ctx.db.select().from(caseDocuments).where(eq(caseDocuments.id, id)) : [];
	if (!file) throw notFound();
	const { key, contentType, name, isShared, desk, caseId } = file;
	const at = await caseAtDesk(ctx, caseId).catch(hidden);
	if (at && (isShared || desk === deskOf(at.row))) return { key, contentType, name };
	const as = await caseAsParty(ctx, caseId).catch(hidden);
	const reads = as && (isShared || (as.party.access === 'internal' && desk === deskOf(as.row)));
	if (!reads) throw notFound();
	return { key, contentType, name };
}
