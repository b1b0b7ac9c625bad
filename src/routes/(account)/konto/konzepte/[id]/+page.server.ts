import { fail, redirect } from '@sveltejs/kit';
import { action, valuesOf } from '#lib/server/action.ts';
import { pageInstead } from '#modules/concepts/concept-pages.ts';
import { conflictOf } from '#modules/concepts/conflict.ts';
import { textsForm } from '#modules/concepts/forms.ts';
import { findConcept, findConceptHead } from '#modules/concepts/server/find-concept.ts';
import { saveTexts } from '#modules/concepts/server/save-texts.ts';
import { findStage, findWaiting } from '#modules/judging/server/find-supplement.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whoever comes to a form that is sealed goes on to what there is; whoever has just sent it stays, with the reason and their own words. */
export const load: PageServerLoad = async ({ locals: { ctx }, params, url, request }) => {
	const instead = pageInstead(await findConceptHead(ctx, params.id), '');
	if (instead !== null && request.method === 'GET') redirect(303, `/konto/konzepte/${params.id}${instead}`);
	const found = await findConcept(ctx, params.id);
	const stage = found.content ? await findStage(ctx, params.id) : null;
	const waiting = found.content ? await findWaiting(ctx, params.id) : null;
	return {
		found,
		stage,
		waiting,
		isNew: url.searchParams.has('neu'),
		isJoined: url.searchParams.has('dabei'),
		isSaved: url.searchParams.has('gespeichert')
	};
};

export const actions: Actions = {
	save: action(textsForm, async (input, { locals, params }, data) => {
		const conflict = await saveTexts(locals.ctx, { id: params.id ?? '', input }).then(() => null, conflictOf);
		if (conflict) return fail(409, { values: valuesOf(data), issues: {}, ...conflict });
		redirect(303, `/konto/konzepte/${params.id}?gespeichert`);
	})
};
