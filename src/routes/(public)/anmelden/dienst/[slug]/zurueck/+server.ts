import { redirect } from '@sveltejs/kit';
import { Refusal, notFound } from '#lib/refusal.ts';
import { deviceLabel } from '#modules/people/session.ts';
import { providerPath } from '#modules/organisations/provider.ts';
import { finishProviderSignIn } from '#modules/organisations/server/finish-provider-sign-in.ts';
import { enter, takeBeginning } from '../../../../../../session.server.ts';
import type { RequestHandler } from './$types';

/** Back from the identity provider. What does not hold leads to a page that says why, under an address without the code. */
export const GET: RequestHandler = async (event) => {
	const { params, url, locals, request, setHeaders } = event;
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
	const answer = { slug: params.slug, search: url.search, secret: takeBeginning(event), env: locals.house.env };
	const device = deviceLabel(request.headers.get('user-agent'));
	const address = event.getClientAddress();
	const entered = await finishProviderSignIn(locals.ctx, { ...answer, device, address }).catch((error: unknown) => {
		if (!(error instanceof Refusal)) throw error;
		if (error.code === 'gone') throw notFound(error.message);
		redirect(303, `${providerPath(params.slug)}?fehler=${error.code}`);
	});
	return enter(event, entered);
};
