import { and, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { dropPicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { groupForSpeaker } from './internal/group-for.ts';
import { note } from './internal/tell.ts';
import { groupDocuments, groupDocumentVersions } from './tables.ts';

/** Takes a document away for good, with all its versions. Throws 401, 403, 404. */
export async function removeDocument(ctx: Ctx, { id, documentId, store }: { id: string; documentId: string; store: Store }): Promise<void> {
	const { row } = await groupForSpeaker(ctx, id);
	const versions = await ctx.db
		.select({ key: groupDocumentVersions.key })
		.from(groupDocumentVersions)
		.innerJoin(groupDocuments, eq(groupDocuments.id, groupDocumentVersions.documentId))
		.where(and(eq(groupDocuments.id, documentId), eq(groupDocuments.groupId, id)));
	const [gone] = await ctx.db
		.delete(groupDocuments)
		.where(and(eq(groupDocuments.id, documentId), eq(groupDocuments.groupId, id)))
		.returning();
	if (!gone) throw notFound('Diese Unterlage gibt es nicht mehr.');
	await note(ctx, row, { kind: 'document_removed', what: gone.title });
	for (const { key } of versions) await dropPicture(store, key);
}
