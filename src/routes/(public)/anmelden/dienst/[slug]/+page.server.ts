import { redirect } from '@sveltejs/kit';
import { notFound } from '#lib/refusal.ts';
import { localPath } from '#modules/people/session.ts';
import { failures, isFailure } from '#modules/organisations/provider.ts';
import { findProviderEntry } from '#modules/organisations/server/find-provider-entry.ts';
import type { PageServerLoad } from './$types';

/** The direct address of one identity provider, and where whoever comes back without success reads why. */
export const load: PageServerLoad = async ({ locals: { ctx, house }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const returnTo = localPath(url.searchParams.get('zurueck'));
	const why = url.searchParams.get('fehler');
	const entry = await findProviderEntry(ctx, { slug: params.slug, env: house.env });
	if (!entry) throw notFound('Diesen Anmeldedienst gibt es hier nicht. Unter „Anmelden“ geht es mit der Mailadresse weiter.');
	if (ctx.actor && !why && !url.searchParams.has('erneut')) redirect(303, returnTo);
	return { entry, returnTo, failure: isFailure(why) ? failures[why] : null };
};
