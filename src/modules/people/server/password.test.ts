import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { cast } from '#testing/cast.ts';
import { withSession } from '#testing/sessions.ts';
import { expect, test } from '#testing/world.ts';
import type { Ctx } from '../actor.ts';
import { findSession } from './find-session.ts';
import { hashPassword, isPassword } from './internal/password-hash.ts';
import { removePassword } from './remove-password.ts';
import { setPassword } from './set-password.ts';
import { signInAsCast } from './sign-in-as-cast.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { passwords } from './tables.ts';

const password = 'drei Stühle und ein Kahn';
const device = 'Firefox, Linux';
const enter = (ctx: Ctx, wish: Partial<{ email: string; password: string; address: string }> = {}) =>
	signInWithPassword(ctx, { email: cast.ines.email, password, device, address: '192.0.2.1', ...wish });
const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}: ${error.message}` : error)
	);

test('whoever set a password gets in with it, however the keyboard composes it', async ({ as }) => {
	await setPassword(await withSession(as('ines')), { password });
	for (const typed of [password, password.normalize('NFD')])
		expect((await findSession(as(null), await enter(as(null), { password: typed })))?.actor?.name).toBe('Ines Krüger');
});

test('the office gets in with it as far as its second factor', async ({ as }) => {
	await setPassword(await withSession(as('oskar')), { password });
	const token = await enter(as(null), { email: cast.oskar.email });
	expect(await findSession(as(null), token)).toMatchObject({ actor: null, entering: { owes: 'setup' } });
});

test('a wrong password, an unknown address and an account without password get the same answer', async ({ as }) => {
	await setPassword(await withSession(as('ines')), { password });
	const answers = [
		await refusalOf(enter(as(null), { password: 'drei Stühle und kein Kahn' })),
		await refusalOf(enter(as(null), { email: 'niemand@nirgends.example' })),
		await refusalOf(enter(as(null), { email: cast.amira.email }))
	];
	expect(new Set(answers).size).toBe(1);
	expect(answers[0]).toContain('409 wrong-password');
});

test('and in the same time', async ({ as }) => {
	await setPassword(await withSession(as('ines')), { password });
	const kinds = [{ password: 'drei Stühle und kein Kahn' }, { email: 'niemand@nirgends.example' }, { email: cast.amira.email }];
	const times: number[][] = [[], [], []];
	for (let round = 0; round < 7; round++)
		for (const [n, kind] of kinds.entries()) {
			const started = process.cpuUsage();
			await refusalOf(enter(as(null), { ...kind, address: `198.51.${100 + round}.1` }));
			const { user, system } = process.cpuUsage(started);
			times[n]?.push(user + system);
		}
	// Computing time of this process, the least of each: what else the machine does is not in it. Without the hash it would be a twentieth.
	const [known = 0, unknown = 0, without = 0] = times.map((list) => Math.min(...list));
	expect(unknown / known).toBeGreaterThan(0.6);
	expect(without / known).toBeGreaterThan(0.6);
	expect(known / unknown).toBeGreaterThan(0.6);
});

test('after ten tries one has to wait, with the right password too', async ({ as }) => {
	await setPassword(await withSession(as('ines')), { password });
	for (let n = 0; n < 10; n++) expect(await refusalOf(enter(as(null), { password: `falsch und lang ${n}` }))).toContain('wrong-password');
	expect(await refusalOf(enter(as(null)))).toContain('429 too-many-attempts');
	expect(await refusalOf(enter(as(null), { email: cast.amira.email }))).toContain('409 wrong-password');
});

test('a new password ends every other session, and the old password opens nothing', async ({ as }) => {
	const elsewhere = await signInAsCast(as(null), { personId: cast.ines.id, device, demo: true });
	const here = await withSession(as('ines'));
	await setPassword(here, { password });
	expect(await findSession(as(null), elsewhere)).toBeNull();
	await setPassword(here, { password: 'vier Stühle und kein Kahn' });
	expect(await refusalOf(enter(as(null)))).toContain('wrong-password');
	expect(await refusalOf(enter(as(null), { password: 'vier Stühle und kein Kahn' }))).toBe('done');
});

test('a listed password is refused at its field, and a session left open sets none', async ({ as }) => {
	const here = await withSession(as('ines'));
	expect(await refusalOf(setPassword(here, { password: 'Willkommen2026' }))).toContain('422 weak-password');
	const stale = { ...here, now: new Date(here.now.getTime() + 31 * 60_000) };
	expect(await refusalOf(setPassword(stale, { password }))).toContain('409 sign-in-again');
	await setPassword(here, { password });
	expect(await refusalOf(removePassword(stale))).toContain('409 sign-in-again');
	await removePassword(here);
	expect(await refusalOf(enter(as(null)))).toContain('wrong-password');
});

test('of a password only a salted hash with its parameters is kept', async ({ as, db }) => {
	await setPassword(await withSession(as('ines')), { password });
	const [row] = await db.select().from(passwords).where(eq(passwords.personId, cast.ines.id));
	expect(row?.hash).toMatch(/^argon2id\$47104\$1\$[\w-]{22}\$[\w-]{43}$/);
	expect(await hashPassword(password)).not.toBe(row?.hash);
	expect(await isPassword(password, row?.hash ?? null)).toBe(true);
	expect(await isPassword('', null)).toBe(false);
});
