import { Refusal } from '#lib/refusal.ts';
import { endSessionsOfProvider } from '#modules/organisations/server/end-sessions-of-provider.ts';
import type { RequestHandler } from './$types';

const answer = (status: number, body: object | null = null): Response =>
	new Response(body && JSON.stringify(body), { status, headers: { 'cache-control': 'no-store', 'content-type': 'application/json' } });

/** Where identity providers tell that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0). */
export const POST: RequestHandler = async ({ params, request, locals: { ctx, house }, getClientAddress }) => {
	const token = (await request.formData().catch(() => null))?.get('logout_token');
	if (typeof token !== 'string' || token.length > 20_000) return answer(400, { error: 'invalid_request' });
	try {
		await endSessionsOfProvider(ctx, { slug: params.slug, token, address: getClientAddress(), env: house.env });
		return answer(200);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return answer(error.status === 429 ? 429 : 400, { error: 'invalid_request', error_description: error.code });
	}
};
