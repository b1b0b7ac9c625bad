import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { campaignForm } from '#modules/owners/forms.ts';
import { closeCampaign } from '#modules/owners/server/close-campaign.ts';
import { discardCampaign } from '#modules/owners/server/discard-campaign.ts';
import { findCampaign } from '#modules/owners/server/find-campaign.ts';
import { freezeCampaign } from '#modules/owners/server/freeze-campaign.ts';
import { reopenCampaign } from '#modules/owners/server/reopen-campaign.ts';
import { saveCampaign } from '#modules/owners/server/save-campaign.ts';
import { sendCampaign } from '#modules/owners/server/send-campaign.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = (async ({ locals: { ctx }, params, url }) => ({
	...(await findCampaign(ctx, params.id)),
	done: url.searchParams.get('fertig')
})) satisfies PageServerLoad;

const which = z.object({ id: z.string() });
const back = (url: URL, done: string): never => redirect(303, `${url.pathname}?fertig=${done}`);

export const actions: Actions = {
	save: action(campaignForm.and(which.extend({ version: z.coerce.number().int() })), async ({ id, version, ...input }, { locals, url }) => {
		await saveCampaign(locals.ctx, { id, version, input });
		back(url, 'gespeichert');
	}),
	freeze: action(which, async ({ id }, { locals, url }) => {
		await freezeCampaign(locals.ctx, id);
		back(url, 'festgelegt');
	}),
	reopen: action(which, async ({ id }, { locals, url }) => {
		await reopenCampaign(locals.ctx, id);
		back(url, 'entwurf');
	}),
	send: action(which, async ({ id }, { locals, url }) => {
		await sendCampaign(locals.ctx, id);
		back(url, 'verschickt');
	}),
	close: action(which, async ({ id }, { locals, url }) => {
		await closeCampaign(locals.ctx, id);
		back(url, 'abgeschlossen');
	}),
	discard: action(which, async ({ id }, { locals }) => {
		await discardCampaign(locals.ctx, id);
		redirect(303, '/buero/anschreiben');
	})
};
