import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { groupForMember } from './internal/group-for.ts';
import { groupDocuments, groupDocumentVersions } from './tables.ts';

/** One version of a document for a member of its group. Throws 401, 404. */
export async function findGroupDocumentFile(ctx: Ctx, id: string): Promise<{ key: string; contentType: string; name: string }> {
	if (!ctx.actor) throw unauthenticated();
	const [file] = isUuid(id)
		? await ctx.db
				.select({ version: groupDocumentVersions, document: groupDocuments })
				.from(groupDocumentVersions)
				.innerJoin(groupDocuments, eq(groupDocuments.id, groupDocumentVersions.documentId))
				.where(eq(groupDocumentVersions.id, id))
		: [];
	if (!file) throw notFound();
	await groupForMember(ctx, file.document.groupId);
	const { key, contentType, number } = file.version;
	const ending = contentType === 'application/pdf' ? 'pdf' : 'webp';
	return { key, contentType, name: `${file.document.title.replace(/\.(pdf|jpe?g|png|webp)$/i, '')}-${number}.${ending}` };
}
