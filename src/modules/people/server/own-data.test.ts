import { eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { cast } from '#testing/cast.ts';
import { withSession } from '#testing/sessions.ts';
import { plantSpace } from '#testing/spaces.ts';
import { expect, test } from '#testing/world.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { placeNames, readableOwnData } from '../own-data.ts';
import { retention } from '../retention.ts';
import { createApiKey } from './create-api-key.ts';
import { countOwnData } from './count-own-data.ts';
import { eraseOwnAccount } from './erase-own-account.ts';
import { exportOwnData } from './export-own-data.ts';
import { ownPlaces } from './internal/own-places.ts';
import { grantRole } from './grant-role.ts';
import { keepRetention } from './keep-retention.ts';
import { saveDraft } from './save-draft.ts';
import { setPassword } from './set-password.ts';
import { notices } from './post-tables.ts';
import { events, grants, mails, people, sessions } from './tables.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);

test('no table points at people in a way that would keep somebody from leaving', async ({ db }) => {
	const { rows } = await db.execute<{ at: string }>(sql`
		select c.conrelid::regclass::text || '.' || a.attname as at from pg_constraint c
		join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
		where c.contype = 'f' and c.confrelid = 'people'::regclass and c.confdeltype not in ('c', 'n')`);
	expect(rows, 'give these "on delete cascade" (theirs) or "set null" (a trace)').toEqual([]);
});

test('the export holds what is mine, of others only my trace, and no secret', async ({ as, db }) => {
	const inside = await withSession(as('hanna'));
	await setPassword(inside, { password: 'drei Stühle und ein Kahn' });
	const key = await createApiKey(inside, { label: 'Skript', scopes: [] });
	await saveDraft(inside, { form: 'raum', values: { title: 'Mein Entwurf' } });
	await plantSpace(db, { title: 'Mein Gasthof', property: { ownerPersonId: cast.hanna.id, story: 'Großmutters Haus' } });
	await plantSpace(db, { title: 'Amtshaus', property: { createdBy: cast.hanna.id, story: 'nicht ihres' } });
	await saveDraft(as('amira'), { form: 'raum', values: { title: 'Fremder Entwurf' } });

	const text = JSON.stringify(await exportOwnData(inside));
	for (const mine of ['Hanna Lindner', 'Mein Entwurf', 'Großmutters Haus', 'Skript', 'Amtshaus']) expect(text).toContain(mine);
	for (const foreign of ['nicht ihres', 'Fremder Entwurf', 'Amira']) expect(text).not.toContain(foreign);
	const { rows } = await db.execute<{ hash: string }>(
		sql`select hash from passwords union select hash from api_keys union select token from sessions`
	);
	for (const { hash } of rows) expect(text).not.toContain(hash);
	expect(text).not.toContain(key);
});

test('the readable page shows what somebody wrote as text, never as markup', async ({ as }) => {
	await saveDraft(as('amira'), { form: 'raum', values: { title: '<script>alert(1)</script>' } });
	const html = readableOwnData(await exportOwnData(as('amira')));
	expect(html).toContain('&lt;script&gt;alert(1)');
	expect(html).not.toContain('<script>');
});

test('who leaves takes what is theirs; the municipality keeps its house and the protocol, without the name', async ({ as, db }) => {
	const house = await plantSpace(db, { property: { ownerPersonId: cast.hanna.id, createdBy: cast.hanna.id } });
	const inside = await withSession(as('hanna'));
	await saveDraft(inside, { form: 'raum', values: { title: 'weg damit' } });
	await createApiKey(inside, { label: 'Skript', scopes: [] });
	await db.insert(mails).values({ id: newId(), email: cast.hanna.email, template: 'letter', createdAt: as(null).now });
	expect(await countOwnData(inside)).toContainEqual({ title: 'Häuser', kind: 'trace', rows: 2 });
	await eraseOwnAccount(inside);
	expect(await db.select().from(people).where(eq(people.id, cast.hanna.id))).toEqual([]);
	expect(await db.select().from(sessions).where(eq(sessions.personId, cast.hanna.id))).toEqual([]);
	expect(await db.select().from(mails).where(eq(mails.email, cast.hanna.email))).toEqual([]);
	const [kept] = await db.select().from(properties).where(eq(properties.id, house.id));
	expect(kept).toMatchObject({ ownerPersonId: null, createdBy: null });
	const protocol = await db.select().from(events).where(eq(events.kind, 'api-key.created'));
	expect(protocol.map(({ actorId }) => actorId)).toContain(null);
	const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from events e where to_jsonb(e)::text ilike '%hanna%'`);
	expect(rows[0]?.n).toBe(0);
});

test('a grant somebody gave outlives them', async ({ as, db }) => {
	await grantRole(as('renate'), { personId: cast.jonas.id, role: 'office' });
	await grantRole(as('renate'), { personId: cast.jonas.id, role: 'admin' });
	await eraseOwnAccount(await withSession(as('renate')));
	const left = await db.select().from(grants).where(eq(grants.personId, cast.jonas.id));
	expect(left.map(({ role, grantedBy }) => [role, grantedBy])).toEqual([
		['office', null],
		['admin', null]
	]);
});

test('the last administrator cannot leave, nor anybody from a session left open', async ({ as }) => {
	const admin = await withSession(as('renate'));
	expect(await refusalOf(eraseOwnAccount(admin))).toBe('409 last-admin');
	const stale = { ...(await withSession(as('amira'))), now: new Date(admin.now.getTime() + 31 * 60_000) };
	expect(await refusalOf(eraseOwnAccount(stale))).toBe('409 sign-in-again');
});

test('every rule of retention names a real place, and the night deletes what is due and nothing else', async ({ as, db }) => {
	const { now } = as(null);
	const at = (days: number) => new Date(now.getTime() - days * 86_400_000);
	const notice = { personId: cast.amira.id, kind: 'x', topic: 'match', channel: 'daily', minutes: 1, data: {} } as const;
	await db.insert(notices).values([
		{ ...notice, id: newId(), subjectId: 'alt', createdAt: at(366) },
		{ ...notice, id: newId(), subjectId: 'neu', createdAt: at(364) }
	]);
	await db.insert(mails).values([
		{ id: newId(), email: 'a@b.example', template: 'letter', createdAt: at(31) },
		{ id: newId(), email: 'a@b.example', template: 'letter', createdAt: at(29) }
	]);
	const gone = await keepRetention(as(null));
	expect(Object.keys(gone).sort()).toEqual([...new Set(retention.flatMap(({ sweep }) => sweep?.table ?? []))].sort());
	expect(gone).toMatchObject({ notices: 1, mails: 1 });
	expect((await db.select().from(notices)).map(({ subjectId }) => subjectId)).toContain('neu');
});

test('every place where something about a person is kept has a German name', async ({ db }) => {
	const tables = [...new Set((await ownPlaces({ db })).map(({ table }) => table))];
	expect(tables.length).toBeGreaterThan(30);
	expect(tables.filter((table) => !placeNames[table])).toEqual([]);
});
