import { redirect } from '@sveltejs/kit';
import { Refusal, notFound } from '#lib/refusal.ts';
import { localPath } from '#modules/people/session.ts';
import { providerPath, stateMinutes } from '#modules/organisations/provider.ts';
import { beginProviderSignIn } from '#modules/organisations/server/begin-provider-sign-in.ts';
import { keepBeginning } from '../../../../../../session.server.ts';
import type { RequestHandler } from './$types';

/** Off to the identity provider. A link and not a form: the policy of our pages lets forms go nowhere else. */
export const GET: RequestHandler = async (event) => {
	const { params, url, locals, setHeaders } = event;
	setHeaders({ 'cache-control': 'no-store' });
	const returnTo = localPath(url.searchParams.get('zurueck'));
	const wish = { slug: params.slug, returnTo, address: event.getClientAddress(), env: locals.house.env };
	const begun = await beginProviderSignIn(locals.ctx, wish).catch((error: unknown) => {
		if (!(error instanceof Refusal)) throw error;
		if (error.code === 'gone') throw notFound(error.message);
		redirect(303, `${providerPath(params.slug)}?fehler=${error.code}&zurueck=${encodeURIComponent(returnTo)}`);
	});
	keepBeginning(event, { secret: begun.secret, minutes: stateMinutes });
	redirect(302, begun.url, { external: [new URL(begun.url).origin] });
};
