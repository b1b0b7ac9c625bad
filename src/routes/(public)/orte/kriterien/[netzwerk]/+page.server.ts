import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { unauthenticated } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { assess } from '#modules/places/criteria.ts';
import { checkForm } from '#modules/places/forms-award.ts';
import { beginApplication } from '#modules/places/server/begin-application.ts';
import { findPublicCatalogue } from '#modules/places/server/find-catalogue.ts';
import { listOwnPlaces } from '#modules/places/server/list-own-places.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const view = await findPublicCatalogue(ctx, params.netzwerk);
	const own = ctx.actor ? await listOwnPlaces(ctx) : [];
	return {
		view,
		ticks: (url.searchParams.get('an') ?? '').split(',').filter(Boolean),
		own: Object.fromEntries(own.map(({ id, name }) => [id, name]))
	};
};

const keep = action(checkForm.extend({ placeId: z.uuid('Bitte den Ort wählen.') }), async ({ code, placeId }, { locals }) => {
	await beginApplication(locals.ctx, { placeId, applies: code });
	return redirect(303, `/konto/orte/${placeId}/bewerbung`);
});

export const actions: Actions = {
	/** Says where one stands; nothing is kept. */
	check: action(checkForm, async ({ code }, { locals: { ctx }, params }) => {
		const { catalogue } = await findPublicCatalogue(ctx, params.netzwerk ?? '');
		return { ticked: code, assessment: assess(catalogue, new Set(code)) };
	}),
	keep: (event) => {
		if (!event.locals.ctx.actor) throw unauthenticated();
		return keep(event);
	}
};
