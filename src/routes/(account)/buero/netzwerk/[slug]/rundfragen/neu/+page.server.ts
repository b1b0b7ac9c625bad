import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { inquiryForm } from '#modules/networks/forms.ts';
import { listInquiries } from '#modules/networks/server/list-inquiries.ts';
import { saveInquiry } from '#modules/networks/server/save-inquiry.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
	organisations: (await listInquiries(ctx, params.slug)).organisations
});

export const actions: Actions = {
	default: action(inquiryForm, async (input, { locals: { ctx }, params }) => {
		const slug = params.slug ?? '';
		redirect(303, `/buero/netzwerk/${slug}/rundfragen/${await saveInquiry(ctx, { slug, input })}`);
	})
};
