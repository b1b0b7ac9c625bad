import { applicationsXlsx } from '#modules/admission/application-file.ts';
import { readApplicationFilter } from '#modules/admission/application-filter.ts';
import { listApplications } from '#modules/admission/server/list-applications.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
	const { items } = await listApplications(ctx, params.slug, readApplicationFilter(url.searchParams));
	return new Response(Buffer.from(await applicationsXlsx(items)), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="aufnahme-${params.slug}.xlsx"`,
			'cache-control': 'private, no-store'
		}
	});
};
