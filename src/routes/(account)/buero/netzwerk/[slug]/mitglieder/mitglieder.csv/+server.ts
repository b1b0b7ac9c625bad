import { membershipCsv } from '#modules/networks/membership-file.ts';
import { readMembershipFilter } from '#modules/networks/membership-filter.ts';
import { listMemberships } from '#modules/networks/server/list-memberships.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
	const { items } = await listMemberships(ctx, params.slug, readMembershipFilter(url.searchParams));
	return new Response(membershipCsv(items), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="mitglieder-${params.slug}.csv"`,
			'cache-control': 'private, no-store'
		}
	});
};
