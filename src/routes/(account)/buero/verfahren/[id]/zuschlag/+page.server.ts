import { actionOn } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { cancelForm, decideForm, recommendForm } from '#modules/awards/forms.ts';
import { cancelWithoutAward } from '#modules/awards/server/cancel-without-award.ts';
import { decideAward } from '#modules/awards/server/decide-award.ts';
import { findAward } from '#modules/awards/server/find-award.ts';
import { recommendAward } from '#modules/awards/server/recommend-award.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	found: await findAward(ctx, params.id),
	isSaved: url.searchParams.has('gespeichert')
});

export const actions: Actions = {
	recommend: actionOn(recommendForm, (ctx, { id, ...input }) => recommendAward(ctx, { id, input })),
	decide: actionOn(decideForm, async (ctx, { id, ...input }, { locals, data }) => {
		const [upload] = await readUploads(data, 'document');
		await decideAward(ctx, { id, store: locals.house.store, upload, input });
	}),
	cancel: actionOn(cancelForm, (ctx, { id, reason }) => cancelWithoutAward(ctx, { id, reason }))
};
