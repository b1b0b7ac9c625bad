import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import { dropPicture, storePicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { kindOfUpload, whyNotUpload } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isEditable } from '../application.ts';
import { applicationFor } from './internal/application-for.ts';
import { placeEvidence } from './tables.ts';

type Upload = { name: string; bytes: Uint8Array };
const most = 30;

async function stored(store: Store, upload: Upload): Promise<{ key: string; contentType: string; bytes: number }> {
	const against = whyNotUpload(upload.name, upload.bytes);
	if (against) throw refused('upload-refused', against, 'files');
	if (kindOfUpload(upload.bytes) !== 'pdf') {
		const { key, contentType, bytes } = await storePicture(store, { folder: 'evidence', ...upload });
		return { key, contentType, bytes };
	}
	const key = `evidence/${newId()}.pdf`;
	await store.put(key, upload.bytes, 'application/pdf');
	return { key, contentType: 'application/pdf', bytes: upload.bytes.length };
}

/** Adds files that show that a category applies: pictures drawn afresh, PDFs as they are. For the group, the office and the jury only. */
export async function addEvidence(
	ctx: Ctx,
	{ id, code, store, uploads }: { id: string; code: string; store: Store; uploads: Upload[] }
): Promise<void> {
	const { application, catalogue } = await applicationFor(ctx, id, 'edit');
	if (!isEditable(application.state)) throw refused('not-editable', 'Die Bewerbung ist eingereicht und lässt sich gerade nicht ändern.');
	if (!catalogue.criteria.some(({ categories }) => categories.some((category) => category.code === code)))
		throw refused('no-category', 'Diese Kategorie gibt es nicht.');
	const had = await ctx.db.$count(placeEvidence, eq(placeEvidence.applicationId, id));
	if (had + uploads.length > most) throw refused('too-many', `Höchstens ${most} Belege. Bitte zuerst andere löschen.`, 'files');
	for (const upload of uploads) {
		const file = await stored(store, upload);
		const name = upload.name.replace(/[^\p{L}\p{N} ._-]/gu, '').slice(0, 120) || 'Beleg';
		const stamp = { createdBy: ctx.actor?.id ?? null, createdAt: ctx.now };
		await ctx.db.insert(placeEvidence).values({ id: newId(), applicationId: id, code, name, ...file, ...stamp });
	}
}

/** Takes a file away again, while the application can still be changed. */
export async function removeEvidence(ctx: Ctx, { id, evidenceId, store }: { id: string; evidenceId: string; store: Store }): Promise<void> {
	const { application } = await applicationFor(ctx, id, 'edit');
	if (!isEditable(application.state)) throw refused('not-editable', 'Die Bewerbung ist eingereicht und lässt sich gerade nicht ändern.');
	const [gone] = await ctx.db
		.delete(placeEvidence)
		.where(and(eq(placeEvidence.id, evidenceId), eq(placeEvidence.applicationId, id)))
		.returning({ key: placeEvidence.key });
	if (!gone) throw notFound('Diesen Beleg gibt es nicht mehr.');
	await dropPicture(store, gone.key);
}
