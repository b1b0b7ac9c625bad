import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { notFound } from '#lib/refusal.ts';
import { ags as townKey, ownerQuery, senderForm } from '#modules/owners/forms.ts';
import { findSender } from '#modules/owners/server/find-sender.ts';
import { listOwnerTowns } from '#modules/owners/server/list-owner-towns.ts';
import { saveSender } from '#modules/owners/server/save-sender.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const towns = await listOwnerTowns(ctx);
	const ags = ownerQuery.parse(Object.fromEntries(url.searchParams)).ags ?? towns[0]?.ags;
	if (!ags) throw notFound('Noch führt keine Kommune Angaben zu Eigentümer:innen.');
	return findSender(ctx, ags);
};

export const actions: Actions = {
	default: action(senderForm.and(z.object({ ags: townKey })), async ({ ags, ...input }, { locals }) => {
		await saveSender(locals.ctx, { ags, input });
		redirect(303, `/buero/anschreiben?ags=${ags}`);
	})
};
