import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { beginApplication } from '#modules/admission/server/begin-application.ts';
import { listApplicants } from '#modules/admission/server/list-own-applications.ts';
import { findPublicNetwork } from '#modules/networks/server/find-public-network.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const { page } = await findPublicNetwork(ctx, url.searchParams.get('netzwerk') ?? '');
	return {
		network: { slug: page.slug, name: page.name, openness: page.openness, phase: page.phase },
		applicants: await listApplicants(ctx)
	};
};

export const actions: Actions = {
	default: action(
		z.object({ slug: z.string(), organisationId: z.uuid('Bitte wählen, für wen Sie den Antrag stellen.') }),
		async (input, { locals: { ctx } }) => redirect(303, `/konto/aufnahme/${await beginApplication(ctx, input)}`)
	)
};
