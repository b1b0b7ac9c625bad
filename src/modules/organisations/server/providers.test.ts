import type { GroupRights } from '../provider.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll } from 'vitest';
import { newId } from '#lib/server/id.ts';
import { readEnv } from '#lib/server/env.ts';
import { Refusal } from '#lib/refusal.ts';
import { angermuende, cast, organisationOf } from '#testing/cast.ts';
import { crookedProvider, type Saying } from '#testing/crooked-provider.ts';
import { withSession } from '#testing/sessions.ts';
import { expect, test } from '#testing/world.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findSession } from '#modules/people/server/find-session.ts';
import { listIdentities } from '#modules/people/server/list-identities.ts';
import { unlinkIdentity } from '#modules/people/server/unlink-identity.ts';
import { events, grants, identities, mails, people, sessions } from '#modules/people/server/tables.ts';
import { beginProviderSignIn } from './begin-provider-sign-in.ts';
import { checkProvider } from './check-provider.ts';
import { endSessionsOfProvider } from './end-sessions-of-provider.ts';
import { findHeldSeats } from './find-held-seats.ts';
import { findLeaveUrl } from './find-leave-url.ts';
import { findProvider } from './find-provider.ts';
import { findProviderOf } from './find-provider-entry.ts';
import { finishProviderSignIn } from './finish-provider-sign-in.ts';
import { giveSeat } from './give-seat.ts';
import { removeProvider } from './remove-provider.ts';
import { saveMailDomains } from './save-mail-domains.ts';
import { saveProvider } from './save-provider.ts';
import { identityProviders } from './provider-tables.ts';
import { seats } from './tables.ts';

const town = organisationOf(angermuende);
const slug = 'angermuende';
const env = readEnv({ PUBLIC_BASE_URL: 'https://raum.example', OIDC_ALLOW_PRIVATE: 'true' });
const from = { slug, env, device: 'Firefox, Windows', address: '192.0.2.1' };
let idp: Awaited<ReturnType<typeof crookedProvider>>;

beforeAll(async () => void (idp = await crookedProvider()));
afterAll(() => idp.close());

const settings = () => ({
	id: town,
	env,
	...{ issuer: idp.issuer, clientId: 'raum', clientSecret: 'geheim', domains: ['angermuende.de'], groupsClaim: 'groups' },
	...{
		groups: [{ group: 'bauamt', function: 'administration', rights: 'edit' as GroupRights } as const],
		createsPeople: true,
		trustsMfa: false,
		mfaAcr: undefined
	}
});
/** The clock of the tests stands still; that of the protocol does not. */
const today = (ctx: Ctx): Ctx => ({ ...ctx, now: new Date() });
const enter = async (ctx: Ctx, wish: Partial<ReturnType<typeof settings>> = {}) => {
	const admin = await withSession(today(ctx));
	await saveProvider(admin, { ...settings(), ...wish });
};
async function signIn(ctx: Ctx, saying: Saying = {}) {
	const begun = await beginProviderSignIn(ctx, { ...from, returnTo: '/raeume' });
	return finishProviderSignIn(ctx, { ...from, search: idp.signIn(begun.url, saying), secret: begun.secret });
}
const outcome = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? error.code : error)
	);
const personIn = async (ctx: Ctx, token: string) => {
	const session = await findSession(ctx, token);
	if (!session) throw new Error('no session');
	return { session, person: session.actor ?? session.entering, ctx: { ...ctx, actor: session.actor, session } };
};

test('a clerk comes in, gets the seat of the group, and loses it at the sign-in after the group is gone', async ({ as, db }) => {
	await enter(as('oskar'));
	const guest = today(as(null));
	const first = await signIn(guest);
	expect(first).toMatchObject({ returnTo: '/raeume', nameless: false });
	const { person, ctx } = await personIn(guest, first.token);
	expect(person).toMatchObject({ name: 'Ines Krüger', email: 'ines@angermuende.de' });
	const id = person?.id ?? '';
	expect(await findHeldSeats(ctx, id)).toEqual([{ organisationId: town, rights: 'edit', ags: angermuende }]);
	expect(await findHeldSeats(guest, id), 'a session by mail, a key: not from the provider').toEqual([]);

	await signIn(guest, { claims: { groups: ['kasse'] } });
	expect(await findHeldSeats(ctx, id)).toEqual([]);
	const told = await db.select().from(events).where(eq(events.subjectId, town));
	expect(told.filter((event) => event.data.personId === id).map(({ kind, reason }) => [kind, reason])).toEqual([
		['seat.given', 'Gruppe „bauamt“ im Anmeldedienst'],
		['seat.ended', 'Im Anmeldedienst gehört die Person nicht mehr zu der Gruppe.']
	]);
	expect(await db.$count(identities, eq(identities.personId, id))).toBe(1);
});

test('rights follow the group, and a seat given by hand is nobody else’s to end', async ({ as, db }) => {
	await enter(as('oskar'));
	const guest = today(as(null));
	const { person, ctx } = await personIn(guest, (await signIn(guest)).token);
	const id = person?.id ?? '';
	await enter(as('oskar'), { clientSecret: undefined, groups: [{ group: 'bauamt', function: 'administration', rights: 'manage' }] });
	await signIn(guest);
	expect((await findHeldSeats(ctx, id)).map(({ rights }) => rights)).toEqual(['manage']);
	await giveSeat({ ...as('oskar'), now: guest.now }, { organisationId: town, personId: id, function: 'project', rights: 'read' });
	await signIn(guest, { claims: { groups: [] } });
	expect((await findHeldSeats(ctx, id)).map(({ rights }) => rights)).toEqual(['read']);
	expect((await db.select().from(seats).where(eq(seats.personId, id))).map(({ via }) => via === null)).toContain(true);
});

test.for([
	['no-mail', { claims: { email: undefined } }],
	['mail-unverified', { claims: { email_verified: false } }],
	['mail-unverified', { claims: { email_verified: undefined } }],
	['foreign-domain', { claims: { email: 'renate@betrieb.example' } }],
	['not-believed', { nonce: 'another' }],
	['not-believed', { issuer: 'https://evil.example' }],
	['not-believed', { claims: { aud: 'another-client' } }],
	['not-believed', { foreignKey: true }],
	['wrong-clock', { lateSeconds: 3600 }]
] as [string, Saying][])('%s: nobody comes in with %j', async ([code, saying], { as, db }) => {
	await enter(as('oskar'));
	const before = await db.$count(people);
	expect(await outcome(signIn(today(as(null)), saying))).toBe(code);
	expect([await db.$count(people), await db.$count(sessions, eq(sessions.device, from.device))]).toEqual([before, 0]);
});

test('a clock that is half a minute off is forgiven, and keys that changed a moment ago are the ones that count', async ({ as }) => {
	await enter(as('oskar'));
	const guest = today(as(null));
	await signIn(guest, { lateSeconds: 330 });
	await signIn(guest, { lateSeconds: -30 });
	await idp.rotate();
	expect(await outcome(signIn(guest))).toBe('done');
});

test('an answer works once, in the browser that began, within ten minutes', async ({ as }) => {
	await enter(as('oskar'));
	const guest = today(as(null));
	const begun = await beginProviderSignIn(guest, { ...from, returnTo: '/' });
	const search = idp.signIn(begun.url);
	const answer = { ...from, search, secret: begun.secret };
	expect(await outcome(finishProviderSignIn(guest, { ...answer, secret: '' }))).toBe('state-spent');
	expect(await outcome(finishProviderSignIn(guest, { ...answer, secret: 'another browser' }))).toBe('state-spent');
	expect(await outcome(finishProviderSignIn({ ...guest, now: new Date(Date.now() + 601_000) }, answer))).toBe('state-spent');
	expect(await outcome(finishProviderSignIn(guest, answer))).toBe('done');
	expect(await outcome(finishProviderSignIn(guest, answer)), 'replayed').toBe('state-spent');
});

test('cancelled, away, renamed and refused each have their sentence', async ({ as }) => {
	await enter(as('oskar'));
	const guest = today(as(null));
	const begun = await beginProviderSignIn(guest, { ...from, returnTo: '/' });
	expect(await outcome(finishProviderSignIn(guest, { ...from, search: idp.cancel(begun.url), secret: begun.secret }))).toBe('cancelled');
	idp.state.isDown = true;
	expect(await outcome(signIn(guest))).toBe('away');
	idp.state.isDown = false;
	idp.state.calledItself = 'https://login.evil.example';
	expect(await outcome(signIn(guest))).toBe('wrong-issuer');
	idp.state.calledItself = '';
	await enter(as('oskar'), { clientSecret: 'falsch' });
	expect(await outcome(signIn(guest))).toBe('wrong-client');
	expect(await outcome(beginProviderSignIn(guest, { ...from, slug: 'gibt-es-nicht', returnTo: '/' }))).toBe('gone');
});

test('too many tries from one network are refused, at the start and at the return', async ({ as }) => {
	await enter(as('oskar'));
	const guest = today(as(null));
	const begin = () => outcome(beginProviderSignIn(guest, { ...from, slug: 'gibt-es-nicht', returnTo: '/' }));
	for (let n = 0; n < 60; n++) expect(await begin()).toBe('gone');
	expect(await begin()).toBe('too-many');
	const come = () => outcome(finishProviderSignIn(guest, { ...from, search: '?state=x', secret: 'y' }));
	for (let n = 0; n < 60; n++) expect(await come()).toBe('state-spent');
	expect(await come()).toBe('too-many');
});

test('an account with that address is bound once, told by mail, and never to a second person at the same provider', async ({ as, db }) => {
	const known = newId();
	await db.insert(people).values({ id: known, name: 'Ines K.', email: 'ines@angermuende.de' });
	await enter(as('oskar'));
	const guest = today(as(null));
	const { person, ctx } = await personIn(guest, (await signIn(guest)).token);
	expect(person).toMatchObject({ id: known, name: 'Ines K.' });
	expect(await db.$count(mails, eq(mails.email, 'ines@angermuende.de'))).toBe(1);
	expect(await outcome(signIn(guest, { claims: { sub: 'somebody-else' } }))).toBe('other-subject');
	// The same `sub` with a new address is the same person, whose account keeps its address.
	const { person: later } = await personIn(guest, (await signIn(guest, { claims: { email: 'ines.neu@angermuende.de' } })).token);
	expect(later).toMatchObject({ id: known, email: 'ines@angermuende.de' });
	const [identity] = await listIdentities(ctx);
	await unlinkIdentity(await withSession(ctx), identity?.id ?? '');
	expect(await db.$count(sessions, eq(sessions.device, from.device))).toBe(0);
	expect(await outcome(signIn(guest, { claims: { sub: 'somebody-else' } }))).toBe('done');
});

test('where it may not make accounts, strangers stay outside', async ({ as }) => {
	await enter(as('oskar'), { createsPeople: false });
	expect(await outcome(signIn(today(as(null))))).toBe('no-account');
});

test('office and administration owe their second factor here, unless the administration trusts the provider’s', async ({ as, db }) => {
	const known = newId();
	await db.insert(people).values({ id: known, name: 'Olga', email: 'ines@angermuende.de' });
	await db.insert(grants).values({ id: newId(), personId: known, role: 'office', grantedAt: new Date() });
	const guest = today(as(null));
	const mfa: Saying = { claims: { amr: ['pwd', 'mfa'] } };
	// Whoever manages the town cannot trust themselves into the office.
	await enter(as('oskar'), { trustsMfa: true });
	expect((await personIn(guest, (await signIn(guest, mfa)).token)).session).toMatchObject({ actor: null, entering: { owes: 'setup' } });
	await enter(as('renate'), { trustsMfa: true });
	expect((await personIn(guest, (await signIn(guest, mfa)).token)).session.actor?.grants).toEqual([{ role: 'office' }]);
	expect((await personIn(guest, (await signIn(guest)).token)).session.actor).toBeNull();
	// Another issuer is another matter: the trust falls away with it, and the secret is not sent there.
	const other = { issuer: `${idp.issuer}/anders` };
	expect(await outcome(enter(as('oskar'), { ...other, clientSecret: undefined }))).toBe('secret');
	await enter(as('oskar'), other);
	expect((await findProvider(as('oskar'), town)).provider).toMatchObject({ trustsMfa: false });
	expect(await db.$count(sessions, eq(sessions.device, from.device)), 'sessions of the old issuer').toBe(0);
});

test('sessions through a provider end after a working day, however busy', async ({ as }) => {
	await enter(as('oskar'));
	const guest = today(as(null));
	const { token } = await signIn(guest);
	const hoursLater = (hours: number) => ({ ...guest, now: new Date(guest.now.getTime() + hours * 3_600_000) });
	expect(await findSession(hoursLater(11), token)).not.toBeNull();
	expect(await findSession(hoursLater(12), token)).toBeNull();
});

test('signing out there ends the session here, by a token that the provider signed just now and no other', async ({ as, db }) => {
	await enter(as('oskar'));
	const guest = today(as(null));
	const open = () => db.$count(sessions, eq(sessions.device, from.device));
	await signIn(guest);
	const said = {
		...{ iss: idp.issuer, aud: 'raum', sub: 'ines-1', sid: 'sid-1', jti: 'x' },
		events: { 'http://schemas.openid.net/event/backchannel-logout': {} }
	};
	const send = async (claims: Record<string, unknown>, saying: Saying = {}) =>
		outcome(endSessionsOfProvider(today(as(null)), { ...from, token: await idp.sign({ ...said, ...claims }, saying) }));
	for (const wrong of [
		{ aud: 'another' },
		{ iss: 'https://evil.example' },
		{ nonce: 'x' },
		{ events: {} },
		{ sub: undefined, sid: undefined }
	])
		expect(await send(wrong), JSON.stringify(wrong)).toBe('logout-token');
	expect(await send({}, { foreignKey: true })).toBe('logout-token');
	expect(await send({}, { lateSeconds: 900 })).toBe('logout-token');
	expect(await open()).toBe(1);
	expect(await send({ sid: 'another session' })).toBe('done');
	expect(await open()).toBe(1);
	expect(await send({})).toBe('done');
	expect(await open()).toBe(0);
	await signIn(guest);
	expect(await send({ sid: undefined })).toBe('done');
	expect(await open()).toBe(0);
});

test('signing out here leads on to sign out there', async ({ as }) => {
	await enter(as('oskar'));
	const guest = today(as(null));
	const { ctx } = await personIn(guest, (await signIn(guest)).token);
	const leave = await findLeaveUrl(ctx, env);
	expect(leave?.name).toBe('Angermünde');
	const url = new URL(leave?.url ?? '');
	expect([url.pathname, url.searchParams.get('post_logout_redirect_uri')]).toEqual(['/end', 'https://raum.example/anmelden?abgemeldet=ja']);
	expect(url.searchParams.get('id_token_hint')).toMatch(/^ey/);
	expect(await findLeaveUrl(await withSession(as('amira')), env)).toBeNull();
});

test('a domain leads to the provider as long as the office knows it, whoever has an account', async ({ as }) => {
	await enter(as('oskar'));
	for (const email of [cast.ines.email.replace('.example', '.de'), 'niemand@angermuende.de'])
		expect((await findProviderOf(as(null), { email, env }))?.slug).toBe(slug);
	expect(await findProviderOf(as(null), { email: 'ines@sub.angermuende.de', env })).toBeNull();
	await saveMailDomains(as('oskar'), { id: town, domains: [] });
	expect(await findProviderOf(as(null), { email: 'ines@angermuende.de', env })).toBeNull();
	expect(await outcome(signIn(today(as(null))))).toBe('foreign-domain');
});

test('the town’s own people enter a provider for domains the office has checked; the secret is sealed, its loss takes all along', async ({
	as,
	db
}) => {
	expect(await outcome(enter(as('ines')))).toBe('unknown-domain');
	await saveMailDomains(as('oskar'), { id: town, domains: ['angermuende.de'] });
	await enter(as('ines'));
	const [kept] = await db.select().from(identityProviders);
	expect(JSON.stringify(kept)).not.toContain('geheim');
	expect(JSON.stringify(await findProvider(as('ines'), town))).not.toContain(kept?.clientSecret);
	const stale = { ...(await withSession(as('ines'))), now: new Date(as('ines').now.getTime() + 31 * 60_000) };
	expect(await outcome(saveProvider(stale, settings()))).toBe('sign-in-again');
	const guest = today(as(null));
	const { person, ctx } = await personIn(guest, (await signIn(guest)).token);
	await removeProvider(await withSession(today(as('ines'))), town);
	expect(await findHeldSeats(today(ctx), person?.id ?? '')).toEqual([]);
	expect(await db.$count(sessions, eq(sessions.device, from.device))).toBe(0);
	expect(await outcome(signIn(guest))).toBe('gone');
});

test('the check says in a sentence what is wrong, and never asks inside the network', async ({ as }) => {
	const admin = await withSession(as('ines'));
	const check = (issuer: string, allow = env) => checkProvider(admin, { id: town, issuer, clientId: 'raum', env: allow });
	expect(await check(idp.issuer)).toMatchObject({ works: true });
	expect(await check(`${idp.issuer}/nix`)).toMatchObject({ works: false });
	expect(await check('http://127.0.0.1:1')).toMatchObject({ works: false });
	const strict = readEnv({ PUBLIC_BASE_URL: 'https://raum.example' });
	expect((await check(idp.issuer, strict)).text).toContain('https://');
	expect((await check('https://169.254.169.254/latest', strict)).text).toContain('nicht im öffentlichen Netz');
	expect(await outcome(saveProvider(admin, { ...settings(), env: strict }))).toBe('issuer');
});

test('the operator’s own provider gives seats and roles by its groups, in its own sessions only', async ({ as, db }) => {
	const own = readEnv({
		PUBLIC_BASE_URL: 'https://raum.example',
		...{ OIDC_ALLOW_PRIVATE: 'true', OIDC_ISSUER: idp.issuer, OIDC_CLIENT_ID: 'raum', OIDC_CLIENT_SECRET: 'geheim' },
		...{ OIDC_DOMAINS: 'angermuende.de', OIDC_SEATS: `bauamt=${angermuende}:edit`, OIDC_OFFICE_GROUP: 'netz', OIDC_TRUSTS_MFA: 'true' }
	});
	const guest = today(as(null));
	const here = { ...from, slug: '_installation', env: own };
	const come = async (groups: string[]) => {
		const begun = await beginProviderSignIn(guest, { ...here, returnTo: '/' });
		const search = idp.signIn(begun.url, { claims: { groups, amr: ['mfa'] } });
		return personIn(guest, (await finishProviderSignIn(guest, { ...here, search, secret: begun.secret })).token);
	};
	const { session, ctx } = await come(['bauamt', 'netz']);
	expect(session.actor?.grants).toEqual([{ role: 'office' }]);
	expect(await findHeldSeats(ctx, session.actor?.id ?? '')).toMatchObject([{ rights: 'edit', ags: angermuende }]);
	expect((await come([])).session.actor?.grants).toEqual([]);
	expect(await db.$count(grants, eq(grants.personId, session.actor?.id ?? ''))).toBe(0);
});
