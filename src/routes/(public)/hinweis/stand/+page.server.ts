import { findOwnNotice } from '#modules/notices/server/find-own-notice.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** Looking changes nothing: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
	const key = url.searchParams.get('schluessel') ?? '';
	return {
		notice: await findOwnNotice(ctx, key),
		isNew: url.searchParams.has('neu'),
		address: `${url.origin}${url.pathname}?${new URLSearchParams({ schluessel: key })}`
	};
};
