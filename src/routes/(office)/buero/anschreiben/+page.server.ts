import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { requiredText } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { ags as townKey, ownerQuery } from '#modules/owners/forms.ts';
import { beginCampaign } from '#modules/owners/server/begin-campaign.ts';
import { findSender } from '#modules/owners/server/find-sender.ts';
import { listCampaigns } from '#modules/owners/server/list-campaigns.ts';
import { listOwnerTowns } from '#modules/owners/server/list-owner-towns.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const query = ownerQuery.parse(Object.fromEntries(url.searchParams));
	const towns = await listOwnerTowns(ctx);
	const ags = query.ags ?? (towns.length === 1 ? towns[0]?.ags : undefined);
	if (!ags) return { towns, ags: null, sender: null, campaigns: [] };
	return { towns, ags, sender: (await findSender(ctx, ags)).sender, campaigns: await listCampaigns(ctx, ags) };
};

export const actions: Actions = {
	default: action(
		z.object({ ags: townKey, name: requiredText('Wie soll das Anschreiben bei Ihnen heißen?', 120) }),
		async (input, { locals }) => redirect(303, `/buero/anschreiben/${await beginCampaign(locals.ctx, input)}`)
	)
};
