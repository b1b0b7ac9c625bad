import { redirect } from '@sveltejs/kit';
import { Refusal } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { newToken } from '#lib/server/token.ts';
import { findMunicipality } from '#modules/organisations/server/find-municipality.ts';
import { findPinMap } from '#modules/organisations/server/find-pin-map.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { reportForm } from '#modules/reports/forms.ts';
import { findDraftReport } from '#modules/reports/server/find-draft-report.ts';
import { submitReport } from '#modules/reports/server/submit-report.ts';
import type { Actions, PageServerLoad } from './$types';

/** The municipality whose page led here, drawn for the pin; a name nobody knows leads to none. */
async function townOf(ctx: Ctx, slug: string | null) {
	if (!slug) return null;
	const town = await findMunicipality(ctx, slug).catch((error) => {
		if (error instanceof Refusal) return null;
		throw error;
	});
	return town && { name: town.name, map: await findPinMap(ctx, { ags: town.ags }) };
}

/** `entwurf`: the token of a report whose photo is here. Without one a fresh token makes sending twice one report. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const token = url.searchParams.get('entwurf') ?? '';
	const draft = token ? await findDraftReport(ctx, token) : null;
	const town = await townOf(ctx, url.searchParams.get('kommune'));
	return { draft, town, token: draft ? token : newToken(), isGone: token !== '' && draft === null, query: url.search };
};

export const actions: Actions = {
	default: action(reportForm, async (input, { locals: { ctx, house }, getClientAddress }) => {
		const token = await submitReport(ctx, { input, address: getClientAddress(), geocoderUrl: house.env.GEOCODER_URL });
		if (token) redirect(303, `/meldung/${token}?neu=1`);
		return { sent: true };
	})
};
