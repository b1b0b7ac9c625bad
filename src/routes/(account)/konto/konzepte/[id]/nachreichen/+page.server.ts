import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { answerForm } from '#modules/judging/forms.ts';
import { answerSupplement } from '#modules/judging/server/answer-supplement.ts';
import { findSupplements } from '#modules/judging/server/find-supplement.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { found: await findSupplements(ctx, params.id), conceptId: params.id, isSaved: url.searchParams.has('gespeichert') };
};

export const actions: Actions = {
	default: action(answerForm, async (input, { locals, params }, data) => {
		const uploads = await readUploads(data, 'file');
		await answerSupplement(locals.ctx, { conceptId: params.id ?? '', ...input, uploads, store: locals.house.store });
		redirect(303, `/konto/konzepte/${params.id}/nachreichen?gespeichert`);
	})
};
