import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { word } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { addDocuments, removeDocument } from '#modules/cases/server/change-documents.ts';
import { listDocuments } from '#modules/cases/server/list-documents.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ documents: await listDocuments(ctx, params.id) });

const back = (id: string | undefined) => redirect(303, `/buero/faelle/${id}/unterlagen`);
const added = z.object({ fuer: word({ intern: 'intern', geteilt: 'geteilt' }, 'intern') });

export const actions: Actions = {
	add: action(added, async ({ fuer }, { locals, params }, data) => {
		const uploads = await readUploads(data, 'files');
		await addDocuments(locals.ctx, { id: params.id ?? '', isShared: fuer === 'geteilt', store: locals.house.store, uploads });
		return back(params.id);
	}),
	remove: action(z.object({ documentId: z.string() }), async ({ documentId }, { locals, params }) => {
		await removeDocument(locals.ctx, { id: params.id ?? '', documentId, store: locals.house.store });
		return back(params.id);
	})
};
