import { unsubscribeWithLink, verifyUnsubscribe } from '#modules/people/server/unsubscribe-with-link.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking changes nothing; the POST does, from the button here or from the mail program itself (RFC 8058). */
export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = url.searchParams.get('schluessel') ?? '';
	return { link, what: (await verifyUnsubscribe(locals.ctx, link)).what };
};

export const actions: Actions = {
	default: async ({ locals, url, request }) => {
		const said = (await request.formData()).get('wish');
		const wish: 'end' | 'softer' | 'again' = said === 'softer' || said === 'again' ? said : 'end';
		await unsubscribeWithLink(locals.ctx, { link: url.searchParams.get('schluessel') ?? '', wish });
		return { wish };
	}
};
