import { desc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { groupForMember } from './internal/group-for.ts';
import { groupDocuments, groupDocumentVersions } from './tables.ts';

export type DocumentVersion = { id: string; number: number; contentType: string; bytes: number; by: string | null; at: Date };
export type GroupDocument = { id: string; title: string; versions: DocumentVersion[] };

/** The documents of a group for its members, the newest version of each first. Throws 401, 404. */
export async function listGroupDocuments(ctx: Ctx, groupId: string): Promise<GroupDocument[]> {
	await groupForMember(ctx, groupId);
	const { id, number, contentType, bytes, at } = groupDocumentVersions;
	const rows = await ctx.db
		.select({
			document: groupDocuments,
			version: { id, number, contentType, bytes, at, by: sql<string | null>`nullif(${people.name}, '')` }
		})
		.from(groupDocuments)
		.innerJoin(groupDocumentVersions, eq(groupDocumentVersions.documentId, groupDocuments.id))
		.leftJoin(people, eq(people.id, groupDocumentVersions.byPersonId))
		.where(eq(groupDocuments.groupId, groupId))
		.orderBy(desc(groupDocuments.createdAt), groupDocuments.id, desc(number));
	const documents = new Map<string, GroupDocument>();
	for (const { document, version } of rows) {
		const known = documents.get(document.id) ?? { id: document.id, title: document.title, versions: [] };
		known.versions.push(version);
		documents.set(document.id, known);
	}
	return [...documents.values()];
}
