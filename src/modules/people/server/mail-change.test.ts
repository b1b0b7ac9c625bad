import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { cast } from '#testing/cast.ts';
import { withSession } from '#testing/sessions.ts';
import { expect, test } from '#testing/world.ts';
import type { Ctx } from '../actor.ts';
import { confirmMailChange } from './confirm-mail-change.ts';
import { createApiKey } from './create-api-key.ts';
import { findWaitingMailChange } from './find-mail-change.ts';
import { listSecurityEvents } from './list-security-events.ts';
import { requestMailChange } from './request-mail-change.ts';
import { setPassword } from './set-password.ts';
import { signInAsCast } from './sign-in-as-cast.ts';
import { signInWithPasskey } from './sign-in-with-passkey.ts';
import { signLink } from './sign-link.ts';
import { apiKeys, events, mailChanges, mails, passwords, people, sessions, signInLinks } from './tables.ts';
import { takeBackMailChange } from './take-back-mail-change.ts';

const fresh = 'amira.neu@werkhof.example';
const outcome = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const later = (ctx: Ctx, hours: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + hours * 3_600_000) });
/** The link in the newest mail, as the job that sends it makes it. */
async function linkOf(ctx: Ctx, purpose: 'mail-change' | 'mail-change-back'): Promise<string> {
	const all = await ctx.db.select().from(mailChanges);
	return signLink(ctx, { purpose, data: { change: all.at(-1)?.id ?? '' }, days: 30 });
}
const addressOf = async (ctx: Ctx) => (await ctx.db.select().from(people).where(eq(people.id, cast.amira.id)))[0]?.email;
const mailsTo = (ctx: Ctx, email: string) => ctx.db.$count(mails, eq(mails.email, email));

test('the new address answers, then it counts; other devices are out, this one stays, the old address is told', async ({ as, db }) => {
	const inside = await withSession(as('amira'));
	await withSession(as('amira'));
	const old = { email: cast.amira.email, returnTo: '/', createdAt: inside.now, expiresAt: later(inside, 1).now };
	await db.insert(signInLinks).values({ id: newId(), hash: 'x', ...old });
	await requestMailChange(inside, { email: fresh });
	expect([await addressOf(inside), await mailsTo(inside, fresh)]).toEqual([cast.amira.email, 1]);
	expect(await findWaitingMailChange(inside)).toMatchObject({ newEmail: fresh });
	const link = await linkOf(inside, 'mail-change');
	await confirmMailChange(inside, { link });
	expect([await addressOf(inside), await mailsTo(inside, cast.amira.email)]).toEqual([fresh, 1]);
	expect((await db.select().from(sessions).where(eq(sessions.personId, cast.amira.id))).map(({ id }) => id)).toEqual([inside.session?.id]);
	expect(await db.$count(signInLinks, eq(signInLinks.email, cast.amira.email))).toBe(0);
	expect(await findWaitingMailChange(inside)).toBeNull();
	expect(await outcome(confirmMailChange(inside, { link })), 'a second click').toBe('410 mail-change-spent');
	const told = await db.select().from(events).where(eq(events.subjectId, cast.amira.id));
	expect(JSON.stringify(told), 'the protocol keeps no address').not.toContain('@');
});

test('whether an address is taken is said to that address alone', async ({ as, db }) => {
	const inside = await withSession(as('amira'));
	const answers = [];
	for (const email of [fresh, cast.ines.email]) answers.push(await requestMailChange(inside, { email }), await mailsTo(inside, email));
	expect(answers).toEqual([undefined, 1, undefined, 1]);
	expect(await outcome(confirmMailChange(inside, { link: await linkOf(inside, 'mail-change') }))).toBe('409 address-taken');
	expect(await addressOf(inside)).toBe(cast.amira.email);
	expect(await db.$count(mailChanges)).toBe(1);
});

test('it takes somebody at the keyboard, a day at most, and not too many tries', async ({ as }) => {
	const inside = await withSession(as('amira'));
	expect(await outcome(requestMailChange({ ...inside, now: later(inside, 1).now }, { email: fresh }))).toBe('409 sign-in-again');
	expect(await outcome(requestMailChange(inside, { email: cast.amira.email }))).toBe('422 same-address');
	await requestMailChange(inside, { email: fresh });
	expect(await outcome(confirmMailChange(later(as(null), 25), { link: await linkOf(inside, 'mail-change') }))).toBe(
		'410 mail-change-spent'
	);
	for (let n = 0; n < 2; n++) await requestMailChange(inside, { email: fresh });
	expect(await outcome(requestMailChange(inside, { email: fresh })), 'three mails to one address').toBe('429 too-many-attempts');
	await requestMailChange(inside, { email: 'andere@werkhof.example' });
	expect(await outcome(requestMailChange(inside, { email: 'dritte@werkhof.example' })), 'five wishes a day').toBe('429 too-many-attempts');
});

test('a link for one step works for no other, and an older wish is void', async ({ as }) => {
	const inside = await withSession(as('amira'));
	await requestMailChange(inside, { email: fresh });
	const first = await linkOf(inside, 'mail-change');
	const wrong = await linkOf(inside, 'mail-change-back');
	expect(await outcome(confirmMailChange(as(null), { link: wrong }))).toBe('410 link-invalid');
	expect(await outcome(takeBackMailChange(as(null), { link: wrong })), 'nothing to take back yet').toBe('410 mail-change-spent');
	await requestMailChange(inside, { email: 'andere@werkhof.example' });
	expect(await outcome(confirmMailChange(as(null), { link: first }))).toBe('410 mail-change-spent');
});

test('whoever reads at the old address takes it back, and what a thief added goes with it', async ({ as, db }) => {
	const thief = await withSession(as('amira'));
	await createApiKey(thief, { label: 'vorher', scopes: [] });
	const now = later(thief, 0.1).now;
	const then = { ...thief, now };
	await requestMailChange(then, { email: fresh });
	await confirmMailChange(then, { link: await linkOf(then, 'mail-change') });
	const back = await linkOf(then, 'mail-change-back');
	await setPassword(then, { password: 'drei Stühle und ein Kahn' });
	await createApiKey(then, { label: 'nachher', scopes: [] });
	const renamed = { ...then, actor: { ...cast.amira, email: fresh } };
	await requestMailChange(renamed, { email: 'weit.weg@dieb.example' });
	await confirmMailChange(renamed, { link: await linkOf(renamed, 'mail-change') });
	await takeBackMailChange(later(as(null), 6 * 24), { link: back });
	expect(await addressOf(thief)).toBe(cast.amira.email);
	expect([await db.$count(sessions, eq(sessions.personId, cast.amira.id)), await db.$count(passwords)]).toEqual([0, 0]);
	const keys = await db.select().from(apiKeys).where(eq(apiKeys.personId, cast.amira.id));
	expect(Object.fromEntries(keys.map(({ label, revokedAt }) => [label, revokedAt !== null]))).toEqual({ vorher: false, nachher: true });
	expect(await outcome(takeBackMailChange(later(as(null), 6 * 24), { link: back }))).toBe('410 mail-change-spent');
});

test('after a week it stands, and a second account at the old address is named as what is in the way', async ({ as, db }) => {
	const inside = await withSession(as('amira'));
	await requestMailChange(inside, { email: fresh });
	await confirmMailChange(inside, { link: await linkOf(inside, 'mail-change') });
	const link = await linkOf(inside, 'mail-change-back');
	await db.insert(people).values({ id: newId(), name: '', email: cast.amira.email });
	expect(await outcome(takeBackMailChange(as(null), { link }))).toBe('409 address-taken');
	expect(await outcome(takeBackMailChange(later(as(null), 7 * 24), { link }))).toBe('410 mail-change-spent');
});

test('one reads who came in how and what changed, the newest first, and only of oneself', async ({ as }) => {
	await signInAsCast(as(null), { personId: cast.amira.id, device: 'Firefox, Linux', demo: true });
	const inside = await withSession(later(as('amira'), 1));
	await setPassword(inside, { password: 'drei Stühle und ein Kahn' });
	await createApiKey(later(inside, 1), { label: 'Skript', scopes: [] });
	const log = await listSecurityEvents(inside);
	expect(log.map(({ what, detail }) => [what, detail])).toEqual([
		['Schlüssel für Programme gemacht', null],
		['Passwort gesetzt', null],
		['angemeldet', 'Demo, Firefox, Linux']
	]);
	expect(await listSecurityEvents(as('jonas'))).toEqual([]);
	expect(await listSecurityEvents(as(null))).toEqual([]);
});

test('answers of passkeys are counted per network', async ({ as }) => {
	const answer = {
		id: 'x',
		rawId: 'x',
		type: 'public-key',
		clientExtensionResults: {},
		response: { clientDataJSON: '', authenticatorData: '', signature: '' }
	} as const;
	const come = () => outcome(signInWithPasskey(as(null), { answer, device: '', address: '192.0.2.7', baseUrl: 'https://raum.example' }));
	for (let n = 0; n < 60; n++) expect(await come()).toBe('409 passkey-failed');
	expect(await come()).toBe('429 too-many-attempts');
});
