import { readApplicationFilter } from '#modules/admission/application-filter.ts';
import { countAdmissions } from '#modules/admission/server/count-admissions.ts';
import { listApplications } from '#modules/admission/server/list-applications.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const filter = readApplicationFilter(url.searchParams);
	const list = await listApplications(ctx, params.slug, filter);
	return { list, filter, figures: await countAdmissions(ctx, params.slug), query: url.search, now: ctx.now };
};
