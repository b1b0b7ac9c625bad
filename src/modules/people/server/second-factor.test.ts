import { eq } from 'drizzle-orm';
import { hashToken } from '#lib/server/token.ts';
import { Refusal } from '#lib/refusal.ts';
import { cast } from '#testing/cast.ts';
import { shownBy, withSession } from '#testing/sessions.ts';
import { expect, test } from '#testing/world.ts';
import type { Ctx } from '../actor.ts';
import { addAuthenticatorApp } from './add-authenticator-app.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { createApiKey } from './create-api-key.ts';
import { findApiKey } from './find-api-key.ts';
import { findAppSetup } from './find-app-setup.ts';
import { findSecondFactor } from './find-second-factor.ts';
import { findSession } from './find-session.ts';
import { grantRole } from './grant-role.ts';
import { removeAuthenticatorApp } from './remove-authenticator-app.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { resetSecondFactorByHand } from './reset-second-factor-by-hand.ts';
import { signInAsCast } from './sign-in-as-cast.ts';
import { signInWithLink } from './sign-in-with-link.ts';
import { authenticatorApps, events, mails, recoveryCodes, sessions, signInLinks } from './tables.ts';

const device = 'Firefox, Linux';
const later = (ctx: Ctx, seconds: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + seconds * 1000) });
const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);

/** Signs in by mail and returns what the door makes of it. */
async function byMail(ctx: Ctx, email: string): Promise<Ctx> {
	const link = crypto.randomUUID();
	const expiresAt = new Date(ctx.now.getTime() + 60_000);
	await ctx.db
		.insert(signInLinks)
		.values({ id: crypto.randomUUID(), email, hash: hashToken(link), returnTo: '/', createdAt: ctx.now, expiresAt });
	const { token } = await signInWithLink({ ...ctx, actor: null }, { link, device });
	return atDoor(ctx, token);
}
async function atDoor(ctx: Ctx, token: string): Promise<Ctx> {
	const found = await findSession(ctx, token);
	if (!found) throw new Error('no session');
	return { db: ctx.db, now: ctx.now, actor: found.actor, entering: found.entering, session: { id: found.id, provenAt: found.provenAt } };
}
/** Sets an app up and hands over its secret and the recovery codes. */
async function setUp(ctx: Ctx): Promise<{ secret: string; codes: string[] }> {
	const { secret } = await findAppSetup(ctx);
	return { secret, codes: await addAuthenticatorApp(ctx, { code: shownBy(secret, ctx.now) }) };
}

test('an administrator who signs in by mail has no rights until a second factor is set up', async ({ as }) => {
	const halfway = await byMail(as(null), cast.renate.email);
	expect(halfway).toMatchObject({ actor: null, entering: { name: 'Renate Vogel', owes: 'setup' } });
	const { codes } = await setUp(halfway);
	expect(new Set(codes).size).toBe(10);
	const [session] = await halfway.db
		.select()
		.from(sessions)
		.where(eq(sessions.id, halfway.session?.id ?? ''));
	expect(session?.secondFactorAt).toEqual(halfway.now);
});

test('an editor and a maker are in by mail alone, and asked for the code once they have an app', async ({ as }) => {
	for (const { email, name } of [cast.ines, cast.amira]) {
		const inside = await byMail(as(null), email);
		expect(inside.actor?.name).toBe(name);
		await setUp(inside);
		expect(await byMail(later(inside, 60), email)).toMatchObject({ actor: null, entering: { name, owes: 'code' } });
	}
});

test('the code of the app opens, once, and not in another session of its thirty seconds', async ({ as }) => {
	const { secret } = await setUp(await byMail(as(null), cast.oskar.email));
	const next = later(as(null), 60);
	const code = shownBy(secret, next.now);
	const first = await byMail(next, cast.oskar.email);
	await confirmSecondFactor(first, { code });
	const second = await byMail(next, cast.oskar.email);
	expect(await refusalOf(confirmSecondFactor(second, { code }))).toBe('422 wrong-code');
	const after = later(second, 30);
	expect(await refusalOf(confirmSecondFactor(after, { code: shownBy(secret, after.now) }))).toBe('done');
});

test('the code that set the app up opens no second session', async ({ as }) => {
	const start = await byMail(as(null), cast.oskar.email);
	const { secret } = await setUp(start);
	const other = await byMail(start, cast.oskar.email);
	expect(await refusalOf(confirmSecondFactor(other, { code: shownBy(secret, other.now) }))).toBe('422 wrong-code');
});

test('a clock may be thirty seconds off, not more', async ({ as }) => {
	const { secret } = await setUp(await byMail(as(null), cast.oskar.email));
	const next = await byMail(later(as(null), 300), cast.oskar.email);
	const at = (seconds: number) => shownBy(secret, later(next, seconds).now);
	expect(await refusalOf(confirmSecondFactor(next, { code: at(-90) }))).toBe('422 wrong-code');
	expect(await refusalOf(confirmSecondFactor(next, { code: at(90) }))).toBe('422 wrong-code');
	expect(await refusalOf(confirmSecondFactor(next, { code: at(-30) }))).toBe('done');
});

test('a recovery code works once, is told by mail, and the others go on working', async ({ as, db }) => {
	const { codes } = await setUp(await byMail(as(null), cast.oskar.email));
	const [one = '', two = ''] = codes;
	const lost = await byMail(as(null), cast.oskar.email);
	await confirmSecondFactor(lost, { recovery: one.toUpperCase().replaceAll('-', ' ') });
	expect(await refusalOf(confirmSecondFactor(lost, { recovery: one }))).toBe('422 wrong-code');
	expect(await refusalOf(confirmSecondFactor(lost, { recovery: two }))).toBe('done');
	expect((await findSecondFactor(as('oskar'))).codesLeft).toBe(8);
	const told = await db.select().from(events).where(eq(events.kind, 'recovery-code.used'));
	expect(told.map(({ data }) => data.left).sort()).toEqual([8, 9]);
	expect(await db.select().from(mails).where(eq(mails.email, cast.oskar.email))).toHaveLength(3);
});

test('somebody else’s recovery code opens nothing', async ({ as }) => {
	const { codes } = await setUp(await byMail(as(null), cast.oskar.email));
	const renate = await byMail(as(null), cast.renate.email);
	expect(await refusalOf(confirmSecondFactor(renate, { recovery: codes[0] ?? '' }))).toBe('422 wrong-code');
});

test('after ten tries one has to wait, with the right code too', async ({ as }) => {
	const { secret } = await setUp(await byMail(as(null), cast.oskar.email));
	const guessing = await byMail(later(as(null), 60), cast.oskar.email);
	for (let tries = 0; tries < 10; tries++)
		expect(await refusalOf(confirmSecondFactor(guessing, { code: '000000' }))).toBe('422 wrong-code');
	const right = { code: shownBy(secret, guessing.now) };
	expect(await refusalOf(confirmSecondFactor(guessing, right))).toBe('429 too-many-attempts');
});

test('a mailbox that was broken into brings no app of its own', async ({ as }) => {
	await setUp(await byMail(as(null), cast.oskar.email));
	const thief = await byMail(as(null), cast.oskar.email);
	const { secret } = await findAppSetup(thief);
	expect(await refusalOf(addAuthenticatorApp(thief, { code: shownBy(secret, thief.now) }))).toBe('409 code-first');
});

test('whoever owes a factor can change nothing about the factors there are', async ({ as }) => {
	await setUp(await byMail(as(null), cast.ines.email));
	const thief = await byMail(as(null), cast.ines.email);
	expect(await refusalOf(removeAuthenticatorApp(thief))).toBe('401 sign-in');
	expect(await refusalOf(renewRecoveryCodes(thief))).toBe('401 sign-in');
	expect(await refusalOf(createApiKey(thief, { label: 'x', scopes: [] }))).toBe('401 sign-in');
});

test('a session left open for more than half an hour changes nothing about the factors', async ({ as }) => {
	const inside = await withSession(as('ines'));
	await setUp(inside);
	const stale = later(inside, 31 * 60);
	expect(await refusalOf(removeAuthenticatorApp(stale))).toBe('409 sign-in-again');
	expect(await refusalOf(renewRecoveryCodes(stale))).toBe('409 sign-in-again');
	expect(await refusalOf(findAppSetup(stale))).toBe('409 sign-in-again');
	expect(await refusalOf(removeAuthenticatorApp(inside))).toBe('done');
});

test('the office cannot switch it off, an editor can', async ({ as }) => {
	const office = await withSession(as('oskar'));
	await setUp(office);
	expect(await refusalOf(removeAuthenticatorApp(office))).toBe('409 factor-required');
	const clerk = await withSession(as('ines'));
	await setUp(clerk);
	await removeAuthenticatorApp(clerk);
	expect(await findSecondFactor(as('ines'))).toMatchObject({ appSince: null, codesLeft: 0, required: false });
});

test('new recovery codes end the old ones', async ({ as }) => {
	const inside = await withSession(as('ines'));
	const { codes: old } = await setUp(inside);
	const fresh = await renewRecoveryCodes(inside);
	const next = await byMail(as(null), cast.ines.email);
	expect(await refusalOf(confirmSecondFactor(next, { recovery: old[0] ?? '' }))).toBe('422 wrong-code');
	expect(await refusalOf(confirmSecondFactor(next, { recovery: fresh[0] ?? '' }))).toBe('done');
});

test('a new phone replaces the old one and keeps the recovery codes', async ({ as }) => {
	const inside = await withSession(as('ines'));
	const { secret: old } = await setUp(inside);
	const again = await withSession(as('ines'));
	const { secret, codes } = await setUp(again);
	expect(secret).not.toBe(old);
	expect(codes).toEqual([]);
	const next = await byMail(later(as(null), 60), cast.ines.email);
	expect(await refusalOf(confirmSecondFactor(next, { code: shownBy(old, next.now) }))).toBe('422 wrong-code');
	expect(await refusalOf(confirmSecondFactor(next, { code: shownBy(secret, next.now) }))).toBe('done');
});

test('an administrator resets a lost factor, which ends every session; not their own, and the office not at all', async ({ as }) => {
	const { secret } = await setUp(await byMail(as(null), cast.oskar.email));
	const token = await signInAsCast(as(null), { personId: cast.oskar.id, device, demo: true });
	expect(await refusalOf(resetSecondFactor(as('oskar'), cast.oskar.id))).toBe('403 forbidden');
	expect(await refusalOf(resetSecondFactor(as('renate'), cast.renate.id))).toBe('403 forbidden');
	await resetSecondFactor(as('renate'), cast.oskar.id);
	expect(await findSession(as(null), token)).toBeNull();
	const next = await byMail(later(as(null), 60), cast.oskar.email);
	expect(next.entering?.owes).toBe('setup');
	expect(await refusalOf(confirmSecondFactor(next, { code: shownBy(secret, next.now) }))).toBe('422 wrong-code');
});

test('from the command line the last administrator gets back in', async ({ as }) => {
	await setUp(await byMail(as(null), cast.renate.email));
	await resetSecondFactorByHand(as(null), cast.renate.email);
	expect((await byMail(as(null), cast.renate.email)).entering?.owes).toBe('setup');
	expect(await refusalOf(resetSecondFactorByHand(as(null), 'niemand@nirgends.example'))).toBe('404 not-found');
});

test('who becomes office in the middle of a session owes the factor from the next request on', async ({ as }) => {
	const link = crypto.randomUUID();
	const { now } = as(null);
	const row = { id: crypto.randomUUID(), email: cast.jonas.email, hash: hashToken(link), returnTo: '/', createdAt: now };
	await as(null)
		.db.insert(signInLinks)
		.values({ ...row, expiresAt: new Date(now.getTime() + 60_000) });
	const { token } = await signInWithLink(as(null), { link, device });
	expect((await findSession(as(null), token))?.actor?.name).toBe('Jonas Weber');
	await grantRole(as('renate'), { personId: cast.jonas.id, role: 'office' });
	expect(await findSession(as(null), token)).toMatchObject({ actor: null, entering: { owes: 'setup' } });
});

test('a key made before somebody became office does not act as office; one made after does', async ({ as }) => {
	const before = await createApiKey(as('jonas'), { label: 'alt', scopes: [] });
	await grantRole(as('renate'), { personId: cast.jonas.id, role: 'office' });
	const after = await createApiKey(
		{ ...as('jonas'), actor: { ...cast.jonas, grants: [{ role: 'office' }] } },
		{ label: 'neu', scopes: [] }
	);
	expect((await findApiKey(as(null), before))?.grants).toEqual([]);
	expect((await findApiKey(as(null), after))?.grants).toEqual([{ role: 'office' }]);
});

test('neither the secret of an app nor a recovery code can be read from the database', async ({ as, db }) => {
	const { secret, codes } = await setUp(await byMail(as(null), cast.oskar.email));
	const kept = JSON.stringify([await db.select().from(authenticatorApps), await db.select().from(recoveryCodes)]);
	expect(kept).not.toContain(secret);
	for (const code of codes) expect(kept).not.toContain(code);
});

test('in the demo the invented people come in without it, elsewhere nobody does', async ({ as }) => {
	const token = await signInAsCast(as(null), { personId: cast.renate.id, device, demo: true });
	expect((await findSession(as(null), token))?.actor?.name).toBe('Renate Vogel');
	expect(await refusalOf(signInAsCast(as(null), { personId: cast.renate.id, device, demo: false }))).toBe('404 not-found');
});
