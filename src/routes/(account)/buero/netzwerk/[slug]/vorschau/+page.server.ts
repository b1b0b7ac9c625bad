import { dayOf } from '#lib/calendar.ts';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { optionalText } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { previewMembers } from '#modules/networks/server/preview-members.ts';
import { publishNetwork, withdrawNetwork } from '#modules/networks/server/publish-network.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
	members: await previewMembers(ctx, params.slug),
	today: dayOf(ctx.now)
});

export const actions: Actions = {
	publish: action(z.object({ slug: z.string() }), async ({ slug }, { locals }) => {
		await publishNetwork(locals.ctx, slug);
		return redirect(303, `/buero/netzwerk/${slug}?veroeffentlicht=ja`);
	}),
	withdraw: action(z.object({ slug: z.string(), reason: optionalText(400) }), async (input, { locals }) => {
		await withdrawNetwork(locals.ctx, input);
		return redirect(303, `/buero/netzwerk/${input.slug}?veroeffentlicht=zurueck`);
	})
};
