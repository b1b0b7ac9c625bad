import { createHash } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import * as openid from 'openid-client';
import { guardedFetch } from './guarded-fetch.ts';

/** OpenID Connect with one provider, nothing kept between two questions: keys that changed a minute ago are the ones that count. */
export type OidcClient = { issuer: string; clientId: string; clientSecret: string; allowPrivate: boolean };

/** A clock that is off by this much is forgiven. Seconds. */
const tolerance = 60;
const patience = 8;

async function configure({ issuer, clientId, clientSecret, allowPrivate }: OidcClient): Promise<openid.Configuration> {
	const execute = [openid.enableNonRepudiationChecks, ...(allowPrivate ? [openid.allowInsecureRequests] : [])];
	const options = { [openid.customFetch]: guardedFetch({ allowPrivate }) as openid.CustomFetch, execute, timeout: patience };
	const metadata = { client_secret: clientSecret, [openid.clockTolerance]: tolerance };
	const auth: openid.ClientAuth = (as, ...rest) => {
		const ways = as.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
		return (ways.includes('client_secret_basic') ? openid.ClientSecretBasic : openid.ClientSecretPost)(clientSecret)(as, ...rest);
	};
	return openid.discovery(new URL(issuer), clientId, metadata, auth, options);
}

export type Described = { knowsLogout: boolean; tellsLogout: boolean; knowsGroups: boolean };

/** Asks a provider what it can. Throws what `failureOf` understands. */
export async function describeProvider(client: OidcClient): Promise<Described> {
	const server = (await configure(client)).serverMetadata();
	if (!server.authorization_endpoint || !server.token_endpoint || !server.jwks_uri) throw new Error('incomplete metadata');
	return {
		knowsLogout: Boolean(server.end_session_endpoint),
		tellsLogout: server.backchannel_logout_supported === true,
		knowsGroups: [...(server.claims_supported ?? []), ...(server.scopes_supported ?? [])].includes('groups')
	};
}

/** What binds a sign-in to the browser that began it: all three come from one secret in its cookie. */
export type Binding = { state: string; nonce: string; verifier: string };
export function bindingOf(secret: string): Binding {
	const part = (name: string) => createHash('sha256').update(`${secret} ${name}`).digest('base64url');
	return { state: part('state'), nonce: part('nonce'), verifier: part('verifier') };
}

type Beginning = { redirectUri: string; binding: Binding; acr?: string | null };

/** The address at the provider that a browser is sent to. */
export async function signInUrl(client: OidcClient, { redirectUri, binding, acr }: Beginning): Promise<string> {
	const config = await configure(client);
	const groups = config.serverMetadata().scopes_supported?.includes('groups') ? ' groups' : '';
	const url = openid.buildAuthorizationUrl(config, {
		redirect_uri: redirectUri,
		scope: `openid email profile${groups}`,
		state: binding.state,
		nonce: binding.nonce,
		code_challenge: await openid.calculatePKCECodeChallenge(binding.verifier),
		code_challenge_method: 'S256',
		...(acr && { acr_values: acr })
	});
	if (url.protocol !== 'https:' && !(client.allowPrivate && url.protocol === 'http:')) throw new Error('no address for browsers');
	return url.href;
}

export type Answer = { issuer: string; subject: string; sid: string | null; idToken: string; claims: Record<string, unknown> };

/** What the provider says about the person who came back with `url`: signed by its key, for this client, this browser and this moment. */
export async function answerOf(client: OidcClient, { url, binding }: { url: URL; binding: Binding }): Promise<Answer> {
	const config = await configure(client);
	const tokens = await openid.authorizationCodeGrant(config, url, {
		expectedState: binding.state,
		expectedNonce: binding.nonce,
		pkceCodeVerifier: binding.verifier,
		idTokenExpected: true
	});
	const said = tokens.claims();
	if (!said || !tokens.id_token) throw new Error('no id token');
	const more = config.serverMetadata().userinfo_endpoint ? await openid.fetchUserInfo(config, tokens.access_token, said.sub) : {};
	const sid = typeof said.sid === 'string' ? said.sid : null;
	return { issuer: said.iss, subject: said.sub, sid, idToken: tokens.id_token, claims: { ...said, ...more } };
}

/** Where the provider ends its own session too, or null when it cannot. */
export async function leaveUrl(client: OidcClient, { idToken, returnTo }: { idToken: string; returnTo: string }): Promise<string | null> {
	const config = await configure(client);
	if (!config.serverMetadata().end_session_endpoint) return null;
	return openid.buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri: returnTo }).href;
}

const loggedOut = 'http://schemas.openid.net/event/backchannel-logout';

export type LogoutNotice = { issuer: string; subject: string | null; sid: string | null; at: Date };

/** What a logout token says (OpenID Connect Back-Channel Logout 1.0, section 2.6). Throws when it is not one of this provider for this client, or old. */
export async function readLogoutToken(client: OidcClient, { token, now }: { token: string; now: Date }): Promise<LogoutNotice> {
	const config = await configure(client);
	const { issuer, jwks_uri: keys = '' } = config.serverMetadata();
	const found = await guardedFetch(client)(keys, { signal: AbortSignal.timeout(patience * 1000) });
	const { payload } = await jwtVerify(token, createLocalJWKSet((await found.json()) as JSONWebKeySet), {
		issuer,
		audience: client.clientId,
		algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'],
		maxTokenAge: 300,
		clockTolerance: tolerance,
		currentDate: now,
		requiredClaims: ['iat', 'jti', 'events']
	});
	const {
		events,
		sid,
		sub: subject = null,
		nonce,
		iat = 0
	} = payload as typeof payload & { events?: Record<string, unknown>; sid?: unknown };
	if (!events || typeof events !== 'object' || !(loggedOut in events) || nonce !== undefined) throw new Error('not a logout token');
	if (typeof sid !== 'string' && subject === null) throw new Error('names nobody');
	return { issuer, subject, sid: typeof sid === 'string' ? sid : null, at: new Date(iat * 1000) };
}

/** Why it did not work, as far as it helps somebody: cancelled, away, wrong address, wrong client, wrong clock, or an answer that must not be believed. */
export type Failure = 'cancelled' | 'away' | 'wrong-issuer' | 'wrong-client' | 'wrong-clock' | 'not-believed' | 'refused-there';

const byCode: Record<string, Failure> = {
	OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'wrong-clock',
	OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'wrong-issuer',
	OAUTH_RESPONSE_IS_NOT_CONFORM: 'away',
	OAUTH_RESPONSE_IS_NOT_JSON: 'away',
	OAUTH_PARSE_ERROR: 'away',
	OAUTH_TIMEOUT: 'away',
	OAUTH_ABORT: 'away'
};

export function failureOf(error: unknown): Failure {
	if (error instanceof openid.AuthorizationResponseError) return error.error === 'access_denied' ? 'cancelled' : 'refused-there';
	if (error instanceof openid.WWWAuthenticateChallengeError) return 'wrong-client';
	if (error instanceof openid.ResponseBodyError) return /client/.test(error.error) ? 'wrong-client' : 'not-believed';
	const { code, cause } = error as { code?: string; cause?: { code?: string } };
	if (code && byCode[code]) return byCode[code];
	const inner = cause?.code ?? code ?? '';
	if (/^(E[A-Z]+|ERR_TLS|CERT_|DEPTH_|SELF_|UNABLE_)/.test(inner) || !code) return 'away';
	return 'not-believed';
}
