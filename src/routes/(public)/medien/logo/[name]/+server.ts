import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import { findNetworkLogo } from '#modules/networks/server/save-network-logo.ts';
import { findLogo } from '#modules/organisations/server/save-logo.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, house }, params }) => {
	const logo = (await findLogo(ctx, params.name)) ?? (await findNetworkLogo(ctx, params.name));
	const stream = logo && (await house.store.stream(logo.key));
	if (!stream) throw notFound();
	return new Response(Readable.toWeb(stream) as ReadableStream, {
		headers: {
			'content-type': 'image/webp',
			'cache-control': logo.isPublic ? 'public, max-age=31536000, immutable' : 'private, no-store',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'"
		}
	});
};
