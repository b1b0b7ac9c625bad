import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { storePicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { kindOfUpload, whyNotUpload } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PictureInput } from '../forms.ts';
import { changing, storyFor } from './internal/story-for.ts';
import { stories } from './tables.ts';

type Upload = { name: string; bytes: Uint8Array };
type Change = { id: string; input: PictureInput; upload?: Upload; store: Store };

/** The picture of a story, drawn afresh without what the camera noted, and its words. Throws 404, 422. */
export async function setPicture(ctx: Ctx, { id, input: { alt = '', credit = '' }, upload, store }: Change): Promise<void> {
	const { pictureKey } = await storyFor(ctx, id);
	const words = { pictureAlt: alt, pictureCredit: credit };
	if (!upload && !pictureKey) throw refused('no-file', 'Bitte ein Bild auswählen.', 'files');
	if (!upload) return changing(ctx, id, async ({ db }) => void (await db.update(stories).set(words).where(eq(stories.id, id))));
	const not = whyNotUpload(upload.name, upload.bytes) ?? (kindOfUpload(upload.bytes) === 'pdf' ? `„${upload.name}“ ist kein Bild.` : null);
	if (not) throw refused('upload-refused', not, 'files');
	const { key, width, height } = await storePicture(store, { folder: 'stories', ...upload });
	await changing(ctx, id, async ({ db }) => {
		const file = { pictureKey: key, pictureWidth: width, pictureHeight: height };
		await db
			.update(stories)
			.set({ ...words, ...file })
			.where(eq(stories.id, id));
	});
}

/** Takes the picture out; readers see it until the story is published again. Throws 404. */
export async function removePicture(ctx: Ctx, { id }: { id: string }): Promise<void> {
	const none = { pictureKey: null, pictureWidth: null, pictureHeight: null, pictureAlt: '', pictureCredit: '' };
	await changing(ctx, id, async ({ db }) => void (await db.update(stories).set(none).where(eq(stories.id, id))));
}
