import { queueFilter } from '#modules/reports/forms.ts';
import { listReports } from '#modules/reports/server/list-reports.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const queue = queueFilter.parse({ stand: url.searchParams.get('stand') ?? '' }).stand ?? 'offen';
	const page = Math.min(Math.max(1, Math.trunc(Number(url.searchParams.get('seite'))) || 1), 10_000);
	return { list: await listReports(ctx, { queue, page }), queue, done: url.searchParams.get('fertig'), now: ctx.now };
};
