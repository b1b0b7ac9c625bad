import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import { dropPicture, storePicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { kindOfUpload, whyNotUpload } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { changeDraft, procedureAtDesk } from './internal/procedure-for.ts';
import { procedureFiles } from './tables.ts';

type Upload = { name: string; bytes: Uint8Array };
type FileKind = (typeof procedureFiles.$inferSelect)['kind'];
const most = 20;
const folder = 'verfahren';

async function stored(store: Store, upload: Upload): Promise<{ key: string; contentType: string; bytes: number }> {
	if (kindOfUpload(upload.bytes) !== 'pdf') {
		const { key, contentType, bytes } = await storePicture(store, { folder, ...upload });
		return { key, contentType, bytes };
	}
	const key = `${folder}/${newId()}.pdf`;
	await store.put(key, upload.bytes, 'application/pdf');
	return { key, contentType: 'application/pdf', bytes: upload.bytes.length };
}

/** Attaches a paper to the call: a picture is drawn afresh, a PDF stays as it is. Whoever reads the call reads it. Throws 401, 404, 409, 422. */
export async function attachFile(
	ctx: Ctx,
	{ id, store, upload, kind, title }: { id: string; store: Store; upload: Upload | undefined; kind: FileKind; title: string }
): Promise<void> {
	await procedureAtDesk(ctx, id);
	if (!upload) throw refused('no-file', 'Bitte eine Datei auswählen.', 'file');
	const against = whyNotUpload(upload.name, upload.bytes);
	if (against) throw refused('upload-refused', against, 'file');
	await changeDraft(ctx, id, async (inside) => {
		const had = await inside.db.$count(procedureFiles, eq(procedureFiles.procedureId, id));
		if (had >= most) throw refused('too-many', `Höchstens ${most} Anlagen je Aufruf. Bitte zuerst andere entfernen.`, 'file');
		const file = await stored(store, upload);
		await inside.db
			.insert(procedureFiles)
			.values({ id: newId(), procedureId: id, kind, title, ...file, byPersonId: ctx.actor?.id ?? null, at: ctx.now });
	});
}

/** Takes a paper away for good. Throws 401, 404, 409. */
export async function detachFile(ctx: Ctx, { id, fileId, store }: { id: string; fileId: string; store: Store }): Promise<void> {
	const key = await changeDraft(ctx, id, async (inside) => {
		const [gone] = await inside.db
			.delete(procedureFiles)
			.where(and(eq(procedureFiles.id, fileId), eq(procedureFiles.procedureId, id)))
			.returning({ key: procedureFiles.key });
		if (!gone) throw notFound('Diese Anlage gibt es nicht mehr.');
		return gone.key;
	});
	await dropPicture(store, key);
}
