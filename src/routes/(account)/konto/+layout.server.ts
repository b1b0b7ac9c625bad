import { countUnread } from '#modules/conversations/server/count-unread.ts';
import type { LayoutServerLoad } from './$types';

/** Asked as the account is entered and when something was read, not from page to page. What is being read right now does not count. */
export const load: LayoutServerLoad = async ({ locals: { ctx }, depends, untrack, params, route }) => {
	depends('account:unread');
	const but = untrack(() => (route.id.endsWith('/gespraeche/[id]') ? params.id : undefined));
	return { unread: await countUnread(ctx, { but }) };
};
