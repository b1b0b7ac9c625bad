import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { expertForm, expertIdForm, offerForm } from '#modules/advice/forms.ts';
import { listKeptOffers } from '#modules/advice/server/list-kept-offers.ts';
import { removeExpert } from '#modules/advice/server/remove-expert.ts';
import { saveExpert } from '#modules/advice/server/save-expert.ts';
import { saveOffer } from '#modules/advice/server/save-offer.ts';
import { listDistricts, listStates } from '#modules/organisations/server/list-districts.ts';
import type { Actions, PageServerLoad } from './$types';

/** `angebot` or `person`: what is being changed, or "neu". */
export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const kept = await listKeptOffers(ctx, params.id);
	const [offer, expert] = [url.searchParams.get('angebot'), url.searchParams.get('person')];
	return {
		kept,
		edit: offer ? ('offer' as const) : expert ? ('expert' as const) : null,
		offer: kept.offers.find(({ id }) => id === offer) ?? null,
		expert: kept.experts.find(({ id }) => id === expert) ?? null,
		choices: offer || expert ? { states: await listStates(ctx), districts: await listDistricts(ctx) } : { states: [], districts: [] },
		said: url.searchParams.get('neu')
	};
};

const back = (id: string | undefined, said: string): never => redirect(303, `/konto/organisation/${id}/beratung?neu=${said}`);

export const actions: Actions = {
	save: action(offerForm, async (input, { locals, params }) => {
		await saveOffer(locals.ctx, params.id ?? '', input);
		back(params.id, 'angebot');
	}),
	expert: action(expertForm, async (input, { locals, params }) => {
		await saveExpert(locals.ctx, params.id ?? '', input);
		back(params.id, 'person');
	}),
	remove: action(expertIdForm, async ({ expertId }, { locals, params }) => {
		await removeExpert(locals.ctx, params.id ?? '', expertId);
		back(params.id, 'heraus');
	})
};
