import { redirect } from '@sveltejs/kit';
import { numberOf } from '#modules/judging/number.ts';
import { findRoomView } from '#modules/judging/server/find-room-view.ts';
import { toFactorPage } from '#modules/judging/to-factor-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const number = numberOf(params.nummer);
	return {
		number,
		room: await toFactorPage(
			() => findRoomView(ctx, { id: params.id, number }),
			(to) => redirect(303, to),
			url
		)
	};
};
