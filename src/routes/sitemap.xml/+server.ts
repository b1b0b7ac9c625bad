import { listAddressParts } from '#modules/interop/server/list-addresses.ts';
import { sitemapIndex } from '#modules/interop/sitemap.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const xml = sitemapIndex(locals.house.env.baseUrl, await listAddressParts({ ...locals.ctx, actor: null }));
	return new Response(xml, { headers: { 'content-type': 'application/xml', 'cache-control': 'public, max-age=3600' } });
};
