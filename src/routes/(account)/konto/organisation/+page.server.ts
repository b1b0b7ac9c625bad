import { listClaims } from '#modules/organisations/server/list-claims.ts';
import { listOwnOrganisations } from '#modules/organisations/server/list-own-organisations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	organisations: await listOwnOrganisations(ctx),
	claims: (await listClaims(ctx, { own: true }))
		.filter(({ state }) => state !== 'accepted')
		.slice(0, 10)
		.map(({ id, organisation, state, method }) => ({ id, name: organisation.name, state, method }))
});
