import fc from 'fast-check';
import { Refusal } from '#lib/refusal.ts';
import { cast } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { mayUseScope } from '../actor.ts';
import { createApiKey } from './create-api-key.ts';
import { createAdmin } from './create-admin.ts';
import { dropDraft } from './drop-draft.ts';
import { findApiKey } from './find-api-key.ts';
import { findDraft } from './find-draft.ts';
import { grantRole } from './grant-role.ts';
import { listApiKeys } from './list-api-keys.ts';
import { listPeople } from './list-people.ts';
import { makeFirstAdmin } from './make-first-admin.ts';
import { openFirstRun } from './open-first-run.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { revokeGrant } from './revoke-grant.ts';
import { saveDraft } from './save-draft.ts';
import { signLink } from './sign-link.ts';
import { apiKeys, events, grants } from './tables.ts';
import { verifyLink } from './verify-link.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);

test('a key acts as its person, only within its scopes, until it is revoked', async ({ as, db }) => {
	const key = await createApiKey(as('ines'), { label: 'Kataster', scopes: ['spaces:write'] });
	const actor = await findApiKey(as(null), key);
	expect(actor).toMatchObject({ id: cast.ines.id, grants: [], scopes: ['spaces:write'] });
	expect([
		mayUseScope({ actor }, 'spaces:write'),
		mayUseScope({ actor }, 'imports:write'),
		mayUseScope(as('ines'), 'imports:write'),
		mayUseScope(as(null), 'spaces:write')
	]).toEqual([true, false, true, false]);
	expect(JSON.stringify(await db.select().from(apiKeys))).not.toContain(key);
	const [listed] = await listApiKeys(as('ines'));
	expect(listed?.lastUsedAt).toEqual(now);
	await revokeApiKey(as('ines'), listed?.id ?? '');
	expect(await findApiKey(as(null), key)).toBeNull();
});

test('a key opens no further doors', async ({ as }) => {
	const key = await createApiKey(as('renate'), { label: 'Skript', scopes: ['spaces:write'] });
	const ctx = as(await findApiKey(as(null), key));
	expect(await refusalOf(createApiKey(ctx, { label: 'noch einer', scopes: [] }))).toBe('401 sign-in');
	expect(await refusalOf(grantRole(ctx, { personId: cast.amira.id, role: 'admin' }))).toBe('401 sign-in');
});

test('a draft belongs to its person, form and thing, and the last word counts', async ({ as }) => {
	await saveDraft(as('amira'), { form: 'gesuch', values: { title: 'Werkstatt' } });
	await saveDraft(as('amira'), { form: 'gesuch', values: { title: 'Werkstatt mit Hof' } });
	await saveDraft(as('amira'), { form: 'gesuch', subjectId: '7', values: { title: 'anderes' } });
	expect(await findDraft(as('amira'), { form: 'gesuch' })).toEqual({ values: { title: 'Werkstatt mit Hof' }, updatedAt: now });
	expect(await findDraft(as('jonas'), { form: 'gesuch' })).toBeNull();
	await dropDraft(as('jonas'), { form: 'gesuch' });
	await dropDraft(as('amira'), { form: 'gesuch' });
	expect(await findDraft(as('amira'), { form: 'gesuch' })).toBeNull();
	expect(await findDraft(as('amira'), { form: 'gesuch', subjectId: '7' })).not.toBeNull();
});

test('a signed link says what it was made for, and nothing else', async ({ as }) => {
	const token = await signLink(as(null), { purpose: 'renew', data: { request: '7' }, days: 2 });
	expect(await verifyLink(as(null), { purpose: 'renew', token })).toEqual({ request: '7' });
	expect(await refusalOf(verifyLink(as(null), { purpose: 'unsubscribe', token }))).toBe('410 link-invalid');
	const later = { ...as(null), now: new Date(now.getTime() + 3 * 86_400_000) };
	expect(await refusalOf(verifyLink(later, { purpose: 'renew', token }))).toBe('410 link-expired');
});

test('a link that was changed anywhere is refused, never a crash', async ({ as }) => {
	const token = await signLink(as(null), { purpose: 'renew', data: { request: '7' }, days: 2 });
	const changed = fc
		.tuple(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.'))
		.map(([at, c]) => token.slice(0, at) + c + token.slice(at + 1));
	await fc.assert(
		fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), changed), async (given) => {
			if (given === token) return;
			expect(await refusalOf(verifyLink(as(null), { purpose: 'renew', token: given }))).toBe('410 link-invalid');
		}),
		{ numRuns: 150 }
	);
});

test('grants are written down with who gave and took them, and the last administration stays', async ({ as, db }) => {
	await grantRole(as('renate'), { personId: cast.jonas.id, role: 'office' });
	expect(await refusalOf(grantRole(as('renate'), { personId: cast.jonas.id, role: 'office' }))).toBe('409 granted-already');
	expect(await refusalOf(grantRole(as('oskar'), { personId: cast.jonas.id, role: 'admin' }))).toBe('403 forbidden');
	const { people } = await listPeople(as('renate'), { q: 'jonas' });
	await revokeGrant(as('renate'), people[0]?.grants[0]?.id ?? '');
	expect(
		(await db.select().from(events).orderBy(events.id))
			.filter(({ kind }) => kind.startsWith('grant.'))
			.map(({ kind, actorId }) => [kind, actorId])
	).toEqual([
		['grant.given', cast.renate.id],
		['grant.revoked', cast.renate.id]
	]);
	const admins = await db.select().from(grants);
	const last = admins.find(({ role }) => role === 'admin');
	expect(await refusalOf(revokeGrant(as('oskar'), last?.id ?? ''))).toBe('403 forbidden');
	expect(await refusalOf(revokeGrant(as('renate'), last?.id ?? ''))).toBe('409 last-admin');
});

test('the first run needs the code of the last start, and is over with the first administration', async ({ as, db }) => {
	const first = { name: 'Erste', email: 'erste@stadt.example', device: 'Firefox' };
	expect(await openFirstRun(as(null))).toBeNull();
	await db.delete(grants);
	const old = await openFirstRun(as(null));
	const code = (await openFirstRun(as(null))) ?? '';
	expect(await refusalOf(makeFirstAdmin(as(null), { ...first, code: old ?? '' }))).toBe('422 wrong-code');
	expect(await makeFirstAdmin(as(null), { ...first, code: ` ${code.toLowerCase()} ` })).toHaveLength(43);
	expect(await refusalOf(makeFirstAdmin(as(null), { ...first, code }))).toBe('404 not-found');
});

test('an administration from the command line is the same person the second time', async ({ as }) => {
	const id = await createAdmin(as(null), { email: 'Neu@Stadt.example', name: 'Neu' });
	expect(await createAdmin(as(null), { email: 'neu@stadt.example' })).toBe(id);
	const { people } = await listPeople(as('renate'), { q: 'neu@stadt' });
	expect(people).toMatchObject([{ name: 'Neu', grants: [{ role: 'admin' }] }]);
});
