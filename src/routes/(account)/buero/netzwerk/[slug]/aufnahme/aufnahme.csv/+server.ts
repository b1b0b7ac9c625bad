import { applicationsCsv } from '#modules/admission/application-file.ts';
import { readApplicationFilter } from '#modules/admission/application-filter.ts';
import { listApplications } from '#modules/admission/server/list-applications.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
	const { items } = await listApplications(ctx, params.slug, readApplicationFilter(url.searchParams));
	return new Response(applicationsCsv(items), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="aufnahme-${params.slug}.csv"`,
			'cache-control': 'private, no-store'
		}
	});
};
