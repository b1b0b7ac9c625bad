import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { newId } from '#lib/server/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { hashToken } from '#lib/server/token.ts';
import { cast } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import type { Ctx } from '../actor.ts';
import { endAllSessions } from './end-all-sessions.ts';
import { findSession } from './find-session.ts';
import { findSignInLink } from './find-sign-in-link.ts';
import { listCast } from './list-cast.ts';
import { listPeople } from './list-people.ts';
import { listSessions } from './list-sessions.ts';
import { requestSignIn } from './request-sign-in.ts';
import { signInAsCast } from './sign-in-as-cast.ts';
import { signInWithLink } from './sign-in-with-link.ts';
import { people, sessions, signInLinks } from './tables.ts';

const device = 'Firefox, Linux';
const later = (ctx: Ctx, minutes: number): Ctx => ({ ...ctx, now: new Date(now.getTime() + minutes * 60_000) });

async function linkFor(ctx: Ctx, email: string): Promise<string> {
	const token = newId();
	const expiresAt = new Date(now.getTime() + 15 * 60_000);
	await ctx.db.insert(signInLinks).values({ id: newId(), email, hash: hashToken(token), returnTo: '/raeume', createdAt: now, expiresAt });
	return token;
}
const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);

test('a session finds its person with their grants', async ({ as }) => {
	const token = await signInAsCast(as(null), { personId: cast.ines.id, device, demo: true });
	expect((await findSession(as(null), token))?.actor).toEqual({
		id: cast.ines.id,
		name: 'Ines Krüger',
		email: cast.ines.email,
		grants: []
	});
});

test('the cast is listed with what each may do', async ({ as }) => {
	const listed = await listCast(as(null));
	expect(Object.fromEntries(listed.map(({ name, grants }) => [name, grants]))).toMatchObject({
		'Oskar Behrens': [{ role: 'office' }],
		'Amira Haddad': [],
		'Renate Vogel': [{ role: 'admin' }]
	});
	const { people: staff, total } = await listPeople(as('oskar'), { staff: true });
	expect(total).toBe(staff.length);
	expect(staff.find(({ name }) => name === 'Oskar Behrens')?.grants).toMatchObject([{ role: 'office' }]);
	const seated = await listPeople(as('oskar'), { staff: true, alsoStaff: [cast.ines.id] });
	expect([seated.total, seated.people.some(({ name }) => name === 'Ines Krüger')]).toEqual([total + 1, true]);
});

test('outside the demo nobody signs in as an invented person, and in it nobody as a real one', async ({ as, db }) => {
	expect(await refusalOf(signInAsCast(as(null), { personId: cast.ines.id, device, demo: false }))).toBe('404 not-found');
	const real = newId();
	await db.insert(people).values({ id: real, name: 'Echt', email: 'echt@stadt.de', biography: 'lebt' });
	expect(await refusalOf(signInAsCast(as(null), { personId: real, device, demo: true }))).toBe('404 not-found');
	expect(await refusalOf(signInAsCast(as(null), { personId: 'kein Schlüssel', device, demo: true }))).toBe('404 not-found');
});

test('a link is looked at as often as one likes, and used once', async ({ as }) => {
	const link = await linkFor(as(null), cast.amira.email);
	for (let looks = 0; looks < 3; looks++) expect(await findSignInLink(as(null), link)).toEqual({ state: 'open', email: cast.amira.email });
	const entered = await signInWithLink(as(null), { link, device });
	expect(entered).toMatchObject({ returnTo: '/raeume', nameless: false });
	expect((await findSession(as(null), entered.token))?.actor?.name).toBe('Amira Haddad');
	expect(await findSignInLink(as(null), link)).toEqual({ state: 'used', email: cast.amira.email });
	expect(await refusalOf(signInWithLink(as(null), { link, device }))).toBe('410 link-spent');
});

test('a link opens for fifteen minutes', async ({ as }) => {
	const link = await linkFor(as(null), cast.amira.email);
	expect(await findSignInLink(later(as(null), 14), link)).toMatchObject({ state: 'open' });
	expect(await findSignInLink(later(as(null), 15), link)).toMatchObject({ state: 'expired' });
	expect(await refusalOf(signInWithLink(later(as(null), 15), { link, device }))).toBe('410 link-spent');
});

test('of two clicks at the same moment one wins', async ({ pool }) => {
	const { openDb } = await import('#lib/server/db.ts');
	const ctx = { db: openDb(pool), actor: null, now };
	const link = await linkFor(ctx, 'zwei@zugleich.example');
	const outcomes = await Promise.all([1, 2, 3, 4].map(() => refusalOf(signInWithLink(ctx, { link, device }))));
	expect(outcomes.sort()).toEqual(['410 link-spent', '410 link-spent', '410 link-spent', 'done']);
	await ctx.db.delete(people).where(eq(people.email, 'zwei@zugleich.example'));
	await ctx.db.delete(signInLinks).where(eq(signInLinks.hash, hashToken(link)));
});

test('whoever comes for the first time gets an account without a name', async ({ as, db }) => {
	const link = await linkFor(as(null), 'neu@werkhof.example');
	expect(await signInWithLink(as(null), { link, device })).toMatchObject({ nameless: true });
	expect(await db.select().from(people).where(eq(people.email, 'neu@werkhof.example'))).toMatchObject([{ name: '', emailVerified: true }]);
});

test('no invented link opens anything', async ({ as }) => {
	await linkFor(as(null), cast.amira.email);
	await fc.assert(
		fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.base64String()), async (link) => {
			expect(await findSignInLink(as(null), link)).toEqual({ state: 'unknown' });
			expect(await findSession(as(null), link)).toBeNull();
		}),
		{ numRuns: 60 }
	);
	expect(await refusalOf(signInWithLink(as(null), { link: 'erfunden', device }))).toBe('410 link-spent');
});

test('neither links nor sessions can be read from the database', async ({ as, db }) => {
	const link = await linkFor(as(null), cast.amira.email);
	const { token } = await signInWithLink(as(null), { link, device });
	const kept = JSON.stringify([await db.select().from(sessions), await db.select().from(signInLinks)]);
	expect(kept).not.toContain(token);
	expect(kept).not.toContain(link);
});

test('signing out everywhere ends every session of this person and of nobody else', async ({ as }) => {
	const phone = await signInAsCast(as(null), { personId: cast.amira.id, device: 'Safari, iPhone', demo: true });
	const desk = await signInAsCast(as(null), { personId: cast.amira.id, device, demo: true });
	const other = await signInAsCast(as(null), { personId: cast.jonas.id, device, demo: true });
	expect((await listSessions(as('amira'))).map((s) => s.device).sort()).toEqual(['Firefox, Linux', 'Safari, iPhone']);
	expect(await endAllSessions(as('amira'))).toBe(2);
	expect([await findSession(as(null), phone), await findSession(as(null), desk)]).toEqual([null, null]);
	expect(await findSession(as(null), other)).not.toBeNull();
});

test('a session that is used lives on, one that is not ends after thirty days', async ({ as }) => {
	const token = await signInAsCast(as(null), { personId: cast.amira.id, device, demo: true });
	const days = (n: number) => later(as(null), n * 24 * 60);
	expect(await findSession(days(20), token)).not.toBeNull();
	expect(await findSession(days(45), token)).not.toBeNull();
	expect(await findSession(days(76), token)).toBeNull();
});

test('known and unknown addresses get the same answer for the same work', async ({ as, db }) => {
	const address = '192.0.2.7';
	let queries: string[] = [];
	const counting = new Proxy(db, {
		get: (target, key) => {
			if (typeof key === 'string' && ['select', 'insert', 'update', 'delete', 'execute', 'transaction'].includes(key)) queries.push(key);
			return Reflect.get(target, key) as unknown;
		}
	});
	const workFor = async (email: string) => {
		queries = [];
		const answer = await requestSignIn({ ...as(null), db: counting }, { email, returnTo: '/konto', address });
		return { answer, queries };
	};
	await workFor('warm@werkhof.example');
	expect(await workFor(cast.amira.email)).toEqual(await workFor('niemand@nirgends.example'));
});

test('after five tries for an address one has to wait, and is told how long', async ({ as }) => {
	const ask = (ctx: Ctx, email: string) => requestSignIn(ctx, { email, returnTo: '/konto', address: '192.0.2.8' });
	for (let tries = 0; tries < 5; tries++) await ask(as(null), 'oft@werkhof.example');
	await expect(ask(as(null), 'oft@werkhof.example')).rejects.toThrow('Ab 11:15 Uhr geht es wieder');
	expect(await refusalOf(ask(as(null), 'andere@werkhof.example'))).toBe('done');
	expect(await refusalOf(ask(later(as(null), 15), 'oft@werkhof.example'))).toBe('done');
});

test('a network that asks for many addresses has to wait as well, neighbours in it included', async ({ as }) => {
	const ask = (n: number, address: string) => requestSignIn(as(null), { email: `p${n}@werkhof.example`, returnTo: '/konto', address });
	for (let n = 0; n < 30; n++) await ask(n, `198.51.100.${n}`);
	expect(await refusalOf(ask(31, '198.51.100.200'))).toBe('429 too-many-attempts');
	expect(await refusalOf(ask(31, '198.51.101.1'))).toBe('done');
});
