import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, actionOn } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { cancelForm, decideForm, proposeForm, recommendForm } from '#modules/awards/forms.ts';
import { beginNext } from '#modules/awards/server/begin-next.ts';
import { cancelWithoutAward } from '#modules/awards/server/cancel-without-award.ts';
import { decideAward } from '#modules/awards/server/decide-award.ts';
import { findAward } from '#modules/awards/server/find-award.ts';
import { proposeDirect } from '#modules/awards/server/propose-direct.ts';
import { recommendAward } from '#modules/awards/server/recommend-award.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	found: await findAward(ctx, params.id),
	isSaved: url.searchParams.has('gespeichert')
});

export const actions: Actions = {
	recommend: actionOn(recommendForm, (ctx, { id, ...input }) => recommendAward(ctx, { id, input })),
	propose: actionOn(proposeForm, (ctx, { id, ...input }) => proposeDirect(ctx, { id, input })),
	next: action(z.object({}), async (_, { locals, params }) => {
		const next = await beginNext(locals.ctx, params.id ?? '');
		redirect(303, `/buero/verfahren/${next}?neu`);
	}),
	decide: actionOn(decideForm, async (ctx, { id, ...input }, { locals, data }) => {
		const [upload] = await readUploads(data, 'document');
		await decideAward(ctx, { id, store: locals.house.store, upload, input });
	}),
	cancel: actionOn(cancelForm, (ctx, { id, reason }) => cancelWithoutAward(ctx, { id, reason }))
};
