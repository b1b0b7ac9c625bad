import { actionOn } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { documentForm, documentIdForm } from '#modules/groups/forms.ts';
import { isAlive } from '#modules/groups/group.ts';
import { addDocument } from '#modules/groups/server/add-document.ts';
import { findGroup } from '#modules/groups/server/find-group.ts';
import { listGroupDocuments } from '#modules/groups/server/list-group-documents.ts';
import { removeDocument } from '#modules/groups/server/remove-document.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const own = await findGroup(ctx, params.id);
	const documents = await listGroupDocuments(ctx, params.id);
	return { own, documents, isWritable: isAlive(own.group.state), now: ctx.now, isSaved: url.searchParams.has('gespeichert') };
};

export const actions: Actions = {
	add: actionOn(documentForm, async (ctx, input, { locals, data }) => {
		const [upload] = await readUploads(data, 'files');
		await addDocument(ctx, { ...input, upload, store: locals.house.store });
	}),
	remove: actionOn(documentIdForm, (ctx, input, { locals }) => removeDocument(ctx, { ...input, store: locals.house.store }))
};
