import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What an identity provider can do wrong. `claims` replace what it says of the person; undefined ones are left out. */
export type Saying = { claims?: Record<string, unknown>; nonce?: string; issuer?: string; lateSeconds?: number; foreignKey?: boolean };

const person = { sub: 'ines-1', email: 'ines@angermuende.de', email_verified: true, name: 'Ines Krüger', groups: ['/bauamt'] };

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
type Begun = { nonce: string; challenge: string; saying: Saying };

/** An identity provider on loopback that keeps to the protocol until told not to: for the answers that an honest one never gives. */
export async function crookedProvider() {
	let keys: Keys = await generateKeyPair('RS256');
	const foreign = await generateKeyPair('RS256');
	const codes = new Map<string, Begun>();
	const state = { calledItself: '', isDown: false };
	const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	const sign = (claims: Record<string, unknown>, { lateSeconds = 0, foreignKey = false }: Saying = {}) => {
		const now = Math.floor(Date.now() / 1000) - lateSeconds;
		return new SignJWT({ iat: now, exp: now + 300, ...claims })
			.setProtectedHeader({ alg: 'RS256', kid: 'one' })
			.sign(foreignKey ? foreign.privateKey : keys.privateKey);
	};
	const json = (response: ServerResponse, body: unknown, status = 200) =>
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

	async function token(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
		let body = '';
		for await (const chunk of request) body += String(chunk);
		const asked = new URLSearchParams(body);
		const begun = codes.get(asked.get('code') ?? '');
		codes.delete(asked.get('code') ?? '');
		const [, basic = ''] = (request.headers.authorization ?? '').split(' ');
		if (Buffer.from(basic, 'base64').toString() !== 'raum:geheim') return json(response, { error: 'invalid_client' }, 401);
		const challenge = createHash('sha256')
			.update(asked.get('code_verifier') ?? '')
			.digest('base64url');
		if (begun?.challenge !== challenge) return json(response, { error: 'invalid_grant' }, 400);
		const { saying, nonce } = begun;
		const claims = { ...person, iss: saying.issuer ?? issuer, aud: 'raum', nonce: saying.nonce ?? nonce, sid: 'sid-1', ...saying.claims };
		return json(response, { access_token: randomUUID(), token_type: 'bearer', id_token: await sign(claims, saying) });
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
		if (state.isDown) return response.writeHead(502).end('gone');
		if (request.url === '/token') return token(request, response);
		if (request.url === '/jwks')
			return json(response, { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] });
		if (request.url === '/.well-known/openid-configuration')
			return json(response, {
				issuer: state.calledItself || issuer,
				authorization_endpoint: `${issuer}/auth`,
				token_endpoint: `${issuer}/token`,
				jwks_uri: `${issuer}/jwks`,
				end_session_endpoint: `${issuer}/end`,
				backchannel_logout_supported: true,
				authorization_response_iss_parameter_supported: true,
				response_types_supported: ['code'],
				id_token_signing_alg_values_supported: ['RS256']
			});
		return response.writeHead(404).end();
	}

	return {
		issuer,
		state,
		sign,
		rotate: async () => void (keys = await generateKeyPair('RS256')),
		/** What the browser brings back after somebody signed in at this address of the provider. */
		signIn: (address: string, saying: Saying = {}): string => {
			const asked = new URL(address).searchParams;
			const code = randomUUID();
			codes.set(code, { nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '', saying });
			return `?${new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer })}`;
		},
		/** The same after "cancel". */
		cancel: (address: string): string =>
			`?${new URLSearchParams({ error: 'access_denied', state: new URL(address).searchParams.get('state') ?? '', iss: issuer })}`,
		close: () => void server.close()
	};
}
