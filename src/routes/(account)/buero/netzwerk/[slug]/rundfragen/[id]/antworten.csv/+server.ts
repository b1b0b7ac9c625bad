import { inquiryCsv } from '#modules/networks/inquiry-file.ts';
import { findInquiry } from '#modules/networks/server/find-inquiry.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
	const { inquiry, recipients } = await findInquiry(ctx, { slug: params.slug, id: params.id });
	return new Response(inquiryCsv(inquiry.ask, recipients), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="antworten-${params.slug}.csv"`,
			'cache-control': 'private, no-store'
		}
	});
};
