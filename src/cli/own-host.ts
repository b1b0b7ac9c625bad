import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pool } from 'pg';
import { log } from '#lib/server/log.ts';

/** Networks may have a host name of their own. Nothing is taken from the Host header but which entry of the stored list it is. */
export type OwnHost = { host: string; slug: string };

/** What a request to the host of a network gets: its landing page, a file of the page, a text of our own, or the way to the installation. */
export type Place = { page: string } | { file: true } | { text: string; type: string } | { leadsTo: string };

const files = /^\/(_app\/|medien\/logo\/|favicon\.svg$|map\/)/;

/** `base` without a slash at its end: PUBLIC_BASE_URL. `url` is path and query as they were asked for. */
export function placeOf({ host, slug }: OwnHost, { url, base, isDemo }: { url: string; base: string; isDemo: boolean }): Place {
	const [path = '/', query = ''] = url.split(/\?(.*)/s);
	const own = `${base.startsWith('https:') ? 'https' : 'http'}://${host}/`;
	if (path === '/') return { page: `/netzwerke/${slug}${query && `?${query}`}` };
	if (files.test(path)) return { file: true };
	if (path === '/robots.txt')
		return {
			text: `User-agent: *\n${isDemo ? 'Disallow: /' : 'Allow: /$\nDisallow: /'}\n\nSitemap: ${own}sitemap.xml\n`,
			type: 'text/plain; charset=utf-8'
		};
	if (path === '/sitemap.xml')
		return {
			text: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${own}</loc></url></urlset>\n`,
			type: 'application/xml'
		};
	return { leadsTo: path === `/netzwerke/${slug}` ? own : base + (/^\/(?![/\\])/.test(url) ? url : '/') };
}

/** Only names that a certificate can be for; a port belongs to the proxy. */
export const nameIn = (header: string | undefined): string => (header ?? '').toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');

const keptFor = 15_000;

/** The stored list, asked anew every quarter of a minute; while the database does not answer, the last one holds. */
export function ownHosts(pool: Pick<Pool, 'query'>): (header: string | undefined) => Promise<OwnHost | null> {
	let list = new Map<string, OwnHost>();
	let asked = 0;
	const refresh = async () => {
		asked = Date.now();
		try {
			const { rows } = await pool.query<OwnHost>({
				name: 'own-hosts',
				text: "select content->>'host' as host, slug from network_pages where content->>'host' is not null"
			});
			list = new Map(rows.map((row) => [row.host, row]));
		} catch (error) {
			log.warn({ err: error }, 'own hosts');
		}
	};
	return async (header) => {
		if (Date.now() - asked > keptFor) await refresh();
		return list.get(nameIn(header)) ?? null;
	};
}

/** Answers what needs no page: texts and the way to the installation. Rewrites the request of a page. Returns whether it has answered. */
export function answerOwnHost(request: IncomingMessage, response: ServerResponse, place: Place): boolean {
	if ('page' in place) request.url = place.page;
	if ('page' in place || 'file' in place) return false;
	const isRead = request.method === 'GET' || request.method === 'HEAD';
	if ('leadsTo' in place) response.writeHead(isRead ? 302 : 404, isRead ? { location: place.leadsTo } : {}).end();
	else {
		response.writeHead(200, { 'content-type': place.type, 'cache-control': 'public, max-age=3600' });
		response.end(request.method === 'HEAD' ? undefined : place.text);
	}
	return true;
}
