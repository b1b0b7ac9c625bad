import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { attachForm, fileIdForm } from '#modules/procedures/forms.ts';
import { attachFile, detachFile } from '#modules/procedures/server/change-files.ts';
import { findCall } from '#modules/procedures/server/find-call.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ call: await findCall(ctx, params.id) });

const back = (id: string | undefined) => redirect(303, `/buero/verfahren/${id}/aufruf#anlagen`);

export const actions: Actions = {
	attach: action(attachForm, async (input, { locals, params }, data) => {
		const [upload] = await readUploads(data, 'file');
		await attachFile(locals.ctx, { id: params.id ?? '', store: locals.house.store, upload, ...input });
		return back(params.id);
	}),
	detach: action(fileIdForm, async ({ fileId }, { locals, params }) => {
		await detachFile(locals.ctx, { id: params.id ?? '', fileId, store: locals.house.store });
		return back(params.id);
	})
};
