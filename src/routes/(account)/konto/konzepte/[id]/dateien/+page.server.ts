import { actionOn } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { fileForm, fileIdForm } from '#modules/concepts/forms.ts';
import { addFile, removeFile } from '#modules/concepts/server/add-file.ts';
import { findConcept } from '#modules/concepts/server/find-concept.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	found: await findConcept(ctx, params.id),
	isSaved: url.searchParams.has('gespeichert')
});

export const actions: Actions = {
	add: actionOn(fileForm, async (ctx, { id, for: about }, { locals: { house }, data }) => {
		const [upload] = await readUploads(data, 'file');
		await addFile(ctx, { id, for: about ?? null, upload, store: house.store, clamd: house.env.CLAMD_URL });
	}),
	remove: actionOn(fileIdForm, (ctx, input) => removeFile(ctx, input))
};
