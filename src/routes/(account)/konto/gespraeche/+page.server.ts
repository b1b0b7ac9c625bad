import { listConversations } from '#modules/conversations/server/list-conversations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url: { searchParams } }) => {
	const q = searchParams.get('q')?.slice(0, 100).replaceAll('\0', '') ?? '';
	const shelf = searchParams.get('ablage') === 'zurueckgelegt' ? 'aside' : 'current';
	const list = await listConversations(ctx, { q, shelf, page: Number(searchParams.get('seite')) });
	return { list, q, shelf, said: searchParams.get('neu'), now: ctx.now };
};
