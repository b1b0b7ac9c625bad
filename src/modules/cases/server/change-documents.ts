import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import { dropPicture, storePicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { kindOfUpload, whyNotUpload } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isWritable } from '../case.ts';
import { caseDocuments } from './case-tables.ts';
import { caseAsParty, caseAtDesk, deskOf, type CaseRow } from './internal/case-for.ts';
import { tellDesk, tellParties } from './internal/tell.ts';

type Upload = { name: string; bytes: Uint8Array };
type Added = { id: string; store: Store; uploads: Upload[] };
const most = 60;

async function stored(store: Store, upload: Upload): Promise<{ key: string; contentType: string; bytes: number }> {
	if (kindOfUpload(upload.bytes) !== 'pdf') {
		const { key, contentType, bytes } = await storePicture(store, { folder: 'cases', ...upload });
		return { key, contentType, bytes };
	}
	const key = `cases/${newId()}.pdf`;
	await store.put(key, upload.bytes, 'application/pdf');
	return { key, contentType: 'application/pdf', bytes: upload.bytes.length };
}

async function checkUploads(ctx: Ctx, { id, state }: CaseRow, uploads: Upload[]): Promise<void> {
	if (!isWritable(state)) throw refused('case-ended', 'Dieser Fall ist beendet.');
	if (!uploads.length) throw refused('no-file', 'Bitte mindestens eine Datei auswählen.', 'files');
	const had = await ctx.db.$count(caseDocuments, eq(caseDocuments.caseId, id));
	if (had + uploads.length > most) throw refused('too-many', `Höchstens ${most} Unterlagen je Fall. Bitte zuerst andere löschen.`, 'files');
	for (const { name, bytes } of uploads) {
		const against = whyNotUpload(name, bytes);
		if (against) throw refused('upload-refused', against, 'files');
	}
}

type Kept = { row: CaseRow; store: Store; uploads: Upload[]; isShared: boolean };

async function keep(ctx: Ctx, { row, store, uploads, isShared }: Kept): Promise<string> {
	await checkUploads(ctx, row, uploads);
	const by = { byPersonId: ctx.actor?.id ?? null, at: ctx.now };
	const [firstId, ...otherIds] = uploads.map(() => newId());
	const ids = [firstId ?? newId(), ...otherIds];
	for (const [i, upload] of uploads.entries()) {
		const file = await stored(store, upload);
		const name = upload.name.replace(/[^\p{L}\p{N} ._-]/gu, '').slice(0, 120) || 'Unterlage';
		await ctx.db.insert(caseDocuments).values({ id: ids[i] ?? newId(), caseId: row.id, name, ...file, isShared, desk: deskOf(row), ...by });
	}
	return ids[0] ?? '';
}

/** Adds documents: pictures drawn afresh, PDFs as they are; for the office alone or for all parties. Throws 404, 409, 422. */
export async function addDocuments(ctx: Ctx, { id, isShared, ...added }: Added & { isShared: boolean }): Promise<void> {
	const { row } = await caseAtDesk(ctx, id);
	const subjectId = await keep(ctx, { row, isShared, ...added });
	if (isShared)
		await tellParties(ctx, row, {
			kind: 'case-document',
			subjectId,
			title: `Unterlagen: ${row.title}`,
			text: 'Es gibt neue Unterlagen zum Lesen.'
		});
}

/** What a party adds is shared with all. Throws 404, 409, 422. */
export async function addDocumentsAsParty(ctx: Ctx, { id, ...added }: Added): Promise<void> {
	const { row } = await caseAsParty(ctx, id);
	const subjectId = await keep(ctx, { row, isShared: true, ...added });
	const told = { kind: 'case-document', subjectId, title: `Unterlagen: ${row.title}`, text: 'Es gibt neue Unterlagen zum Lesen.' };
	await tellDesk(ctx, row, told);
	await tellParties(ctx, row, told);
}

/** Takes a document away for good. Throws 404. */
export async function removeDocument(ctx: Ctx, { id, documentId, store }: { id: string; documentId: string; store: Store }): Promise<void> {
	const { row } = await caseAtDesk(ctx, id);
	const mine = and(eq(caseDocuments.id, documentId), eq(caseDocuments.caseId, id));
	const [found] = isUuid(documentId) ? await ctx.db.select().from(caseDocuments).where(mine) : [];
	if (!found || (!found.isShared && found.desk !== deskOf(row))) throw notFound('Diese Unterlage gibt es nicht mehr.');
	await ctx.db.delete(caseDocuments).where(eq(caseDocuments.id, documentId));
	await dropPicture(store, found.key);
}
