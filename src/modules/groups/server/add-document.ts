import { and, desc, eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import { storePicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { kindOfUpload, whyNotUpload } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { groupLimits } from '../group.ts';
import { checkAlive, groupForMember, type GroupRow } from './internal/group-for.ts';
import { note, tellMembers } from './internal/tell.ts';
import { groupDocuments, groupDocumentVersions } from './tables.ts';

type Upload = { name: string; bytes: Uint8Array };
type Added = { id: string; store: Store; upload: Upload | undefined; title?: string; documentId?: string };

/** Pictures are drawn afresh, PDFs stay as they are. */
async function stored(store: Store, upload: Upload): Promise<{ key: string; contentType: string; bytes: number }> {
	if (kindOfUpload(upload.bytes) !== 'pdf') {
		const { key, contentType, bytes } = await storePicture(store, { folder: 'groups', ...upload });
		return { key, contentType, bytes };
	}
	const key = `groups/${newId()}.pdf`;
	await store.put(key, upload.bytes, 'application/pdf');
	return { key, contentType: 'application/pdf', bytes: upload.bytes.length };
}

/** The document that gets a further version, with the number of that version; or a new one. */
async function documentFor(ctx: Ctx, row: GroupRow, { documentId, title }: { documentId?: string; title: string }) {
	if (documentId) {
		const mine = and(eq(groupDocuments.id, documentId), eq(groupDocuments.groupId, row.id));
		const [known] = await ctx.db.select().from(groupDocuments).where(mine);
		if (!known) throw notFound('Diese Unterlage gibt es nicht mehr.');
		const versions = ctx.db.select({ number: groupDocumentVersions.number }).from(groupDocumentVersions);
		const [last] = await versions
			.where(eq(groupDocumentVersions.documentId, known.id))
			.orderBy(desc(groupDocumentVersions.number))
			.limit(1);
		const number = (last?.number ?? 0) + 1;
		if (number > groupLimits.versions)
			throw refused('too-many', `Höchstens ${groupLimits.versions} Fassungen je Unterlage. Bitte eine neue beginnen.`, 'files');
		return { ...known, number };
	}
	const had = await ctx.db.$count(groupDocuments, eq(groupDocuments.groupId, row.id));
	if (had >= groupLimits.documents)
		throw refused('too-many', `Höchstens ${groupLimits.documents} Unterlagen je Gruppe. Bitte zuerst andere löschen.`, 'files');
	const values = { id: newId(), groupId: row.id, title, createdAt: ctx.now };
	await ctx.db.insert(groupDocuments).values(values);
	return { ...values, number: 1 };
}

/** Adds a document, or a new version of one; members only ever read it. Throws 401, 404, 409, 422. */
export async function addDocument(ctx: Ctx, { id, store, upload, title, documentId }: Added): Promise<void> {
	checkAlive((await groupForMember(ctx, id)).row);
	if (!upload) throw refused('no-file', 'Bitte eine Datei auswählen.', 'files');
	const against = whyNotUpload(upload.name, upload.bytes);
	if (against) throw refused('upload-refused', against, 'files');
	const file = await stored(store, upload);
	const plain = upload.name.replace(/[^\p{L}\p{N} ._-]/gu, '').slice(0, 120) || 'Unterlage';
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, me } = await groupForMember(inside, id, { lock: true });
		checkAlive(row);
		const document = await documentFor(inside, row, { documentId, title: title ?? plain });
		const version = { id: newId(), documentId: document.id, number: document.number, ...file, byPersonId: me.personId, at: ctx.now };
		await db.insert(groupDocumentVersions).values(version);
		await note(inside, row, { kind: 'document', what: document.title });
		const text = document.number > 1 ? `„${document.title}“ hat eine neue Fassung.` : `„${document.title}“ liegt bei den Unterlagen.`;
		await tellMembers(inside, row, { title: `${row.name}: Unterlagen`, text, tab: '/unterlagen' });
	});
}
