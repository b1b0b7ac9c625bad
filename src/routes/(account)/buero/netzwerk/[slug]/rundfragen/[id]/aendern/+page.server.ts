import { redirect } from '@sveltejs/kit';
import { refused } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { inquiryForm } from '#modules/networks/forms.ts';
import { findInquiry } from '#modules/networks/server/find-inquiry.ts';
import { listInquiries } from '#modules/networks/server/list-inquiries.ts';
import { saveInquiry } from '#modules/networks/server/save-inquiry.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const { inquiry, state } = await findInquiry(ctx, { slug: params.slug, id: params.id });
	if (state !== 'draft') throw refused('not-change', 'Diese Rundfrage ist schon verschickt und lässt sich nicht mehr ändern.');
	return { inquiry, organisations: (await listInquiries(ctx, params.slug)).organisations };
};

export const actions: Actions = {
	default: action(inquiryForm, async (input, { locals: { ctx }, params }) => {
		const { slug = '', id = '' } = params;
		await saveInquiry(ctx, { slug, id, input });
		redirect(303, `/buero/netzwerk/${slug}/rundfragen/${id}`);
	})
};
