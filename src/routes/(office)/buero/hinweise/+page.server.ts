import { queueFilter } from '#modules/notices/forms.ts';
import { listMatters } from '#modules/notices/server/list-matters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const queue = queueFilter.parse({ stand: url.searchParams.get('stand') ?? '' }).stand ?? 'offen';
	const page = Math.min(Math.max(1, Math.trunc(Number(url.searchParams.get('seite'))) || 1), 10_000);
	return { list: await listMatters(ctx, { queue, page }), queue, now: ctx.now };
};
