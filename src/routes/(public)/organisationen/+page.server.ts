import { z } from 'zod';
import { organisationKinds, type OrganisationKind } from '#modules/organisations/organisation.ts';
import { listOrganisations, organisationsPerPage } from '#modules/organisations/server/list-organisations.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const filterOf = z.object({
	q: z.string().max(100).catch(''),
	art: z
		.enum(Object.keys(organisationKinds) as [OrganisationKind, ...OrganisationKind[]])
		.optional()
		.catch(undefined),
	seite: z.coerce.number().int().min(1).max(10_000).catch(1)
});

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const filter = filterOf.parse(Object.fromEntries(url.searchParams));
	const { items, total } = await listOrganisations(ctx, { q: filter.q, kind: filter.art, page: filter.seite });
	return { filter, items, total, pages: Math.max(1, Math.ceil(total / organisationsPerPage)) };
};
