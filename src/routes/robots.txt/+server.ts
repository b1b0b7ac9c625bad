import type { RequestHandler } from './$types';

const closed = ['/konto', '/buero', '/anmelden', '/abmelden', '/dev/', '/demo', '/api/', '/metrics'];

/** Search engines may read what is public; nothing of a demo, which is invented. */
export const GET: RequestHandler = ({ locals }) => {
	const { DEMO, baseUrl } = locals.house.env;
	const rules = DEMO ? ['Disallow: /'] : closed.map((path) => `Disallow: ${path}`);
	const text = ['User-agent: *', ...rules, '', `Sitemap: ${baseUrl}/sitemap.xml`, ''].join('\n');
	return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' } });
};
