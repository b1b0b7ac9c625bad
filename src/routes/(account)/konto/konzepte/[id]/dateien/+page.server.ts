import { redirect } from '@sveltejs/kit';
import { actionOn } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { pageInstead } from '#modules/concepts/concept-pages.ts';
import { fileForm, fileIdForm } from '#modules/concepts/forms.ts';
import { addFile, removeFile } from '#modules/concepts/server/add-file.ts';
import { findConcept, findConceptHead } from '#modules/concepts/server/find-concept.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whoever comes to a form that is sealed goes on to what there is; whoever has just sent it stays, with the reason and their own words. */
export const load: PageServerLoad = async ({ locals: { ctx }, params, url, request }) => {
	const instead = pageInstead(await findConceptHead(ctx, params.id), '/dateien');
	if (instead !== null && request.method === 'GET') redirect(303, `/konto/konzepte/${params.id}${instead}`);
	return { found: await findConcept(ctx, params.id), isSaved: url.searchParams.has('gespeichert') };
};

export const actions: Actions = {
	add: actionOn(fileForm, async (ctx, { id, for: about }, { locals: { house }, data }) => {
		const [upload] = await readUploads(data, 'file');
		await addFile(ctx, { id, for: about ?? null, upload, store: house.store, clamd: house.env.CLAMD_URL });
	}),
	remove: actionOn(fileIdForm, (ctx, input) => removeFile(ctx, input))
};
