import { redirect } from '@sveltejs/kit';
import { isOffice } from '#modules/people/actor.ts';
import { nothingForm } from '#modules/people/forms.ts';
import { isFresh } from '#modules/people/second-factor.ts';
import { action, valuesOf } from '#lib/server/action.ts';
import { providerForm, providerTestForm } from '#modules/organisations/forms.ts';
import { mayTrustProvider } from '#modules/organisations/policy.ts';
import { providerPath } from '#modules/organisations/provider.ts';
import { checkProvider } from '#modules/organisations/server/check-provider.ts';
import { findProvider } from '#modules/organisations/server/find-provider.ts';
import { removeProvider } from '#modules/organisations/server/remove-provider.ts';
import { saveProvider } from '#modules/organisations/server/save-provider.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, house }, params, url }) => {
	const settings = await findProvider(ctx, params.id);
	const at = `${house.env.baseUrl}${providerPath(settings.organisation.slug)}`;
	const addresses = { direct: at, back: `${at}/zurueck`, logout: `${at}/abmeldung`, left: `${house.env.baseUrl}/anmelden?abgemeldet=ja` };
	const may = { trust: mayTrustProvider(ctx.actor), addDomains: isOffice(ctx.actor) };
	return { ...settings, addresses, may, fresh: isFresh(ctx), said: url.searchParams.get('neu') };
};

const back = (id: string | undefined, said: string): never => redirect(303, `/konto/organisation/${id}/anmeldedienst?neu=${said}`);

export const actions: Actions = {
	save: action(providerForm, async (input, { locals: { ctx, house }, params }) => {
		await saveProvider(ctx, { ...input, id: params.id ?? '', env: house.env });
		back(params.id, 'gespeichert');
	}),
	/** Tries what stands in the form, saved or not; it comes back as it was typed. */
	test: action(providerTestForm, async ({ issuer, clientId }, { locals: { ctx, house }, params }, data) => {
		const check = await checkProvider(ctx, { id: params.id ?? '', issuer, clientId, env: house.env });
		const { clientSecret: _, ...values } = valuesOf(data);
		return { check, values, issues: {} };
	}),
	remove: action(nothingForm, async (_, { locals: { ctx }, params }) => {
		await removeProvider(ctx, params.id ?? '');
		back(params.id, 'entfernt');
	})
};
