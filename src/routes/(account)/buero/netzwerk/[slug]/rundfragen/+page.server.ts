import { listInquiries } from '#modules/networks/server/list-inquiries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
	overview: await listInquiries(ctx, params.slug),
	now: ctx.now
});
