import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { requiredText } from '#lib/forms.ts';
import { refused } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { readMembershipFilter } from '#modules/networks/membership-filter.ts';
import { countByYear, listMemberships } from '#modules/networks/server/list-memberships.ts';
import { stepMembership } from '#modules/networks/server/step-membership.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { findPlace } from '#modules/organisations/server/find-place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const filter = readMembershipFilter(url.searchParams);
	const list = await listMemberships(ctx, params.slug, filter);
	return { list, filter, years: await countByYear(ctx, params.slug), query: url.search };
};

export const actions: Actions = {
	default: action(
		z.object({ slug: z.string(), place: requiredText('Welche Kommune?', 120) }),
		async ({ slug, place }, { locals: { ctx } }) => {
			await listMemberships(ctx, slug, readMembershipFilter(new URLSearchParams('q=-')));
			const found = await findPlace(ctx, place);
			if (!found)
				throw refused('place-unknown', `„${place}“ haben wir nicht gefunden. Bitte Name, Postleitzahl oder Gemeindeschlüssel.`, 'place');
			const organisationId = await ensureMunicipalityOrganisation(ctx, found.ags);
			const id = await stepMembership(ctx, { slug, organisationId, step: 'note' });
			return redirect(303, `/buero/netzwerk/${slug}/mitglieder/${id}`);
		}
	)
};
