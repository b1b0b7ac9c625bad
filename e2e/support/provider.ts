import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';

export type Account = { email: string; email_verified: boolean; name: string; groups: string[] };
type Client = { base: string; slug: string };

const scope = 'openid email profile groups';

/** A real identity provider (the npm package `oidc-provider`) on loopback, with one person, whose groups a test may change, and a plain page to sign in at. */
export async function startProvider(account: Account, { base, slug }: Client) {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const at = `${base}/anmelden/dienst/${slug}`;
	const provider = new Provider(issuer, {
		clients: [
			{
				...{ client_id: 'raum', client_secret: 'ein-geheimnis', redirect_uris: [`${at}/zurueck`] },
				...{ post_logout_redirect_uris: [`${base}/anmelden?abgemeldet=ja`] },
				...{ backchannel_logout_uri: `${at}/abmeldung`, backchannel_logout_session_required: true }
			}
		],
		scopes: scope.split(' '),
		claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
		findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...account }) }),
		loadExistingGrant: async ({ oidc }: Context) => {
			const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
			grant.addOIDCScope(scope);
			await grant.save();
			return grant;
		},
		interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
		features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
		// the library asks no private address; here everything lives on loopback
		fetch: (url: string, { dispatcher: _, ...options }: RequestInit & { dispatcher?: unknown }) => fetch(url, options),
		cookies: { keys: ['nur für Tests'] },
		pkce: { required: () => true }
	});
	const protocol = provider.callback();
	server.on('request', async (request, response) => {
		if (!request.url?.startsWith('/interaction/')) return protocol(request, response);
		if (request.method !== 'POST')
			return response
				.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
				.end('<form method="post"><button name="do" value="in">Anmelden</button><button name="do" value="out">Abbrechen</button></form>');
		let body = '';
		for await (const chunk of request) body += String(chunk);
		const result = body.includes('in') ? { login: { accountId: 'clerk' } } : { error: 'access_denied', error_description: 'cancelled' };
		return provider.interactionFinished(request, response, result);
	});
	return { issuer, account, close: () => (server.closeAllConnections(), server.close()) };
}
