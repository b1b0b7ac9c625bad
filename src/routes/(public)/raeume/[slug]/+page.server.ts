import { Handed } from '#lib/handed.ts';
import { completeRoute } from '#modules/cases/server/find-contact-route.ts';
import { viewHouse } from '#modules/groups/server/view-house.ts';
import { findOutline } from '#modules/organisations/server/find-outline.ts';
import { listProceduresOf } from '#modules/procedures/server/list-public-procedures.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) => {
	const { owner, ...view } = await viewHouse(locals.ctx, params.slug);
	const outline = await findOutline(locals.ctx, view.space);
	const asked = { owner: { ...owner, name: view.space.municipality }, contacts: owner.contacts, topic: 'spaces' } as const;
	const route = await completeRoute(locals.ctx, asked);
	const procedures = await listProceduresOf(locals.ctx, { propertyId: view.space.id });
	return { page: new Handed({ ...view, procedures, route, outline, now: locals.ctx.now, base: locals.house.env.baseUrl }) };
};
