import { redirect } from '@sveltejs/kit';
import { editedMunicipalities } from '#modules/people/actor.ts';
import { isWatching } from '#modules/matching/server/is-watching.ts';
import { listFittingSpaces } from '#modules/matching/server/list-fitting-spaces.ts';
import { addWatch } from '#modules/matching/server/add-watch.ts';
import { removeWatch } from '#modules/matching/server/remove-watch.ts';
import { findRequest } from '#modules/requests/server/find-request.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const request = await findRequest(ctx, params.slug);
	const mine = editedMunicipalities(ctx.actor).length > 0 ? await listFittingSpaces(ctx, request.id) : null;
	const watching = ctx.actor ? await isWatching(ctx, { kind: 'request', subjectId: request.id }) : null;
	return { request, mine, watching, now: ctx.now };
};

export const actions: Actions = {
	watch: async ({ locals: { ctx }, params }) => {
		const { id } = await findRequest(ctx, params.slug);
		const watched = { kind: 'request' as const, subjectId: id };
		await ((await isWatching(ctx, watched)) ? removeWatch(ctx, watched) : addWatch(ctx, watched));
		redirect(303, `/gesuche/${params.slug}`);
	}
};
