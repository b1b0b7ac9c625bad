import { hash } from 'node:crypto';
import script from '#modules/records/ui/verify-page.ts?inline-script';
import { verifyPage } from '#modules/records/verify-page.ts';
import type { RequestHandler } from './$types';

const hashOf = (text: string) => hash('sha256', text, 'base64');

/** One file that verifies records in a browser: it can be saved, and needs no server. */
export const GET: RequestHandler = ({ locals, request }) => {
	const { html, policy } = verifyPage({ script, base: locals.house.env.baseUrl, hashOf });
	const etag = `"${hash('sha1', html, 'base64url')}"`;
	const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, etag, 'cache-control': 'no-cache' };
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return new Response(html, { headers });
};
