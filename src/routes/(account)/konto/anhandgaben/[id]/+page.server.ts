import { redirect } from '@sveltejs/kit';
import { action, actionOn } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { reportForm, returnForm } from '#modules/options/forms.ts';
import { declareReturn } from '#modules/options/server/declare-return.ts';
import { findOwnOption } from '#modules/options/server/find-own-option.ts';
import { reportProgress } from '#modules/options/server/report-progress.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	option: await findOwnOption(ctx, { id: params.id }),
	isDone: url.searchParams.has('danke')
});

export const actions: Actions = {
	report: action(reportForm, async (input, { locals: { ctx, house }, params, url }, data) => {
		const [photo] = await readUploads(data, 'photo');
		await reportProgress(ctx, { key: { id: params.id ?? '' }, input, photo, store: house.store });
		redirect(303, `${url.pathname}?danke`);
	}),
	giveBack: actionOn(returnForm, (ctx, input) => declareReturn(ctx, input))
};
