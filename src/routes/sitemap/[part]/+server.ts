import { notFound } from '#lib/refusal.ts';
import { listAddresses } from '#modules/interop/server/list-addresses.ts';
import { sitemap } from '#modules/interop/sitemap.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const addresses = await listAddresses({ ...locals.ctx, actor: null }, params.part);
	if (!addresses) throw notFound();
	const xml = sitemap(locals.house.env.baseUrl, addresses);
	return new Response(xml, { headers: { 'content-type': 'application/xml', 'cache-control': 'public, max-age=3600' } });
};
