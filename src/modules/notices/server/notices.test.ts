import { eq, sql } from 'drizzle-orm';
import { openDb, type Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { paperPdf } from '#lib/server/pdf/draw.ts';
import { keepRetention } from '#modules/people/server/keep-retention.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { publishingBars } from '#modules/people/server/content-tables.ts';
import { grants, people } from '#modules/people/server/tables.ts';
import { findRequest } from '#modules/requests/server/find-request.ts';
import { stepRequest } from '#modules/requests/server/step-request.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { hidden, noticeInput, plantDecided, plantMatter, statementLink } from '#testing/notices.ts';
import { plantRequest } from '#testing/requests.ts';
import { expect, now, test } from '#testing/world.ts';
import { complain } from './complain.ts';
import { countFigures } from './count-figures.ts';
import { decideComplaint } from './decide-complaint.ts';
import { decideMatter } from './decide-matter.ts';
import { findContentAt } from './find-content-at.ts';
import { findMatter } from './find-matter.ts';
import { findOwnNotice } from './find-own-notice.ts';
import { findStatement, findStatementPaper } from './find-statement.ts';
import { giveNotice } from './give-notice.ts';
import { liftMeasure } from './lift-measure.ts';
import { listMatters } from './list-matters.ts';
import { contentComplaints, contentDecisions, contentMatters, contentMatterSteps, contentNotices } from './tables.ts';
import { noteAuthority, releaseMatter, takeMatter } from './take-matter.ts';
import { tendMatters } from './tend-matters.ts';

const address = '192.0.2.9';
const after = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(now.getTime() + days * 86_400_000) });
const mailsTo = async (db: Db, email: string) =>
	(await db.execute<{ n: number }>(sql`select count(*)::int as n from mails where email = ${email}`)).rows[0]?.n ?? 0;
/** What stands in the letters on their way to this address. */
const lettersTo = async (db: Db, email: string): Promise<string> => {
	const { rows } = await db.execute<{ payload: unknown }>(
		sql`select payload from graphile_worker._private_jobs where payload->>'to' = ${email}`
	);
	return JSON.stringify(rows);
};

test('a guest gives notice: confirmed by mail, frozen as it stood, and the desk hears', async ({ as, db }) => {
	const { id, requestId, key } = await plantMatter({ as, db });
	expect(await mailsTo(db, 'nora@post.example')).toBe(1);
	expect(await mailsTo(db, cast.renate.email)).toBe(1);
	expect(await mailsTo(db, cast.amira.email)).toBe(0);
	expect((await findMatter(as('renate'), id)).changed).toBeNull();
	await db.update(spaceRequests).set({ summary: 'Ganz harmlos.' }).where(eq(spaceRequests.id, requestId));
	const found = await findMatter(as('renate'), id);
	expect(JSON.stringify(found.matter.frozen)).toContain('Sieben Leute');
	expect(JSON.stringify(found.changed)).toContain('Ganz harmlos.');
	expect(found.notices).toMatchObject([{ name: 'Nora Hinweis', email: 'nora@post.example' }]);
	expect(await findOwnNotice(as(null), key)).toMatchObject({ state: 'open', decision: null, spot: 'Der zweite Satz' });
	expect((await listMatters(as('renate'))).items).toMatchObject([{ id, notices: 1 }]);
});

test('what is not public cannot be noticed, and says nothing of what there is', async ({ as, db }) => {
	const draft = await plantRequest(db, { requestState: 'draft', publishedAt: null });
	for (const path of [`/gesuche/${draft.slug}`, '/raeume/gibt-es-nicht', '/kommunen/angermuende', 'Unsinn']) {
		expect(await findContentAt(as('amira'), path)).toBeNull();
		await expect(giveNotice(as(null), { input: noticeInput(path), address })).rejects.toMatchObject({
			code: 'content-missing',
			field: 'address'
		});
	}
	expect(await db.$count(contentMatters)).toBe(0);
});

test('several notices are one matter, and the most urgent says by when', async ({ as, db }) => {
	const { id, requestId } = await plantMatter({ as, db }, { category: 'rules' });
	const { slug } = await findRequest(as(null), requestId);
	await takeMatter(as('renate'), id);
	await giveNotice(as(null), { input: noticeInput(`/gesuche/${slug}`, { category: 'danger', email: 'zwei@post.example' }), address });
	expect(await db.select().from(contentMatters)).toMatchObject([{ id, category: 'danger', state: 'in_review' }]);
	expect((await findMatter(as('renate'), id)).mustInform).toBe(true);
	await noteAuthority(as('renate'), { id, words: 'Polizei Eberswalde, telefonisch, 10:05 Uhr' });
	await releaseMatter(as('renate'), id);
	const steps = await db.select({ step: contentMatterSteps.step }).from(contentMatterSteps).orderBy(contentMatterSteps.id);
	expect(steps.map(({ step }) => step)).toEqual(['take', 'join', 'inform', 'release']);
});

test('ten thousand notices from one address are twenty, a mailbox gets five, a machine none', async ({ as, db }) => {
	const { slug } = await plantRequest(db);
	const give = (over: Record<string, unknown>, from = address) =>
		giveNotice(as(null), { input: noticeInput(`/gesuche/${slug}`, over), address: from });
	expect(await give({ website: 'x' })).toBeNull();
	for (let i = 0; i < 20; i++) await give({ category: 'abuse', name: '', email: '' });
	for (let i = 0; i < 5; i++) await expect(give({ category: 'abuse', name: '', email: '' })).rejects.toMatchObject({ status: 429 });
	expect(await db.$count(contentNotices)).toBe(20);
	for (let i = 0; i < 5; i++) await give({}, `198.51.${i}.7`);
	await expect(give({}, '203.0.113.1')).rejects.toMatchObject({ status: 429 });
	expect(await db.$count(contentMatters)).toBe(1);
});

test('hidden at once, told to both sides, and neither learns of the other', async ({ as, db }) => {
	const { requestId, key, link } = await plantDecided({ as, db });
	await expect(findRequest(as(null), requestId)).rejects.toMatchObject({ status: 404 });
	const statement = await findStatement(as(null), link);
	const all = JSON.stringify(statement);
	for (const said of ['ausgeblendet', 'ohne festes Ende', hidden.facts, hidden.clause, 'Automatische Mittel wurden weder'])
		expect(all).toContain(said);
	expect(statement.complainUntil).toEqual(new Date('2027-05-22T10:00:00Z'));
	for (const secret of ['Nora', 'nora@post', 'Der zweite Satz', 'sammelt Adressen']) {
		expect(all).not.toContain(secret);
		expect(await lettersTo(db, cast.amira.email)).not.toContain(secret);
	}
	expect(await lettersTo(db, cast.amira.email)).toContain('Begründung lesen');
	const own = JSON.stringify(await findOwnNotice(as(null), key));
	expect(own).toContain('ausgeblendet');
	for (const secret of ['Amira', cast.amira.email]) {
		expect(own).not.toContain(secret);
		expect(await lettersTo(db, 'nora@post.example')).not.toContain(secret);
	}
	const paper = await findStatementPaper(as(null), { link, operator: 'Betrieb' });
	expect(JSON.stringify(paper)).toContain('22.05.2027');
	expect(Buffer.from(paperPdf(paper)).toString('latin1')).toContain('/StructTreeRoot');
});

test('its people cannot show it again, and looking at a link changes nothing', async ({ as, db }) => {
	const { id, requestId, link } = await plantDecided({ as, db });
	await expect(stepRequest(as('amira'), { id: requestId, step: 'resume' })).rejects.toMatchObject({ code: 'withheld' });
	await expect(stepRequest(as('amira'), { id: requestId, step: 'renew' })).rejects.toMatchObject({ code: 'withheld' });
	for (let i = 0; i < 3; i++) await findStatement(as(null), link);
	expect(await db.$count(contentComplaints)).toBe(0);
	await expect(findStatement(as(null), `${link}x`)).rejects.toMatchObject({ status: 410 });
	await expect(decideMatter(as('renate'), { id, input: hidden })).rejects.toMatchObject({ status: 409 });
});

test('a complaint that is right brings it back exactly as it was', async ({ as, db }) => {
	const { slug } = await plantRequest(db);
	const [before] = await db.select().from(spaceRequests).where(eq(spaceRequests.slug, slug));
	await giveNotice(as(null), { input: noticeInput(`/gesuche/${slug}`), address });
	const [matter] = await db.select().from(contentMatters);
	const id = matter?.id ?? '';
	await takeMatter(as('renate'), id);
	await decideMatter(as('renate'), { id, input: hidden });
	const link = await statementLink({ as, db }, id);
	await expect(complain(as(null), { link, words: ' ' })).rejects.toMatchObject({ field: 'words' });
	await complain(as(null), { link, words: 'Der Verein ist unter VR 1234 eingetragen.' });
	await expect(complain(as(null), { link, words: 'Noch einmal.' })).rejects.toMatchObject({ status: 409 });
	await decideComplaint(as('renate'), { id, isUpheld: false, words: 'Das Register bestätigt es.' });
	const [restored] = await db.select().from(spaceRequests).where(eq(spaceRequests.slug, slug));
	expect(restored).toEqual(before);
	expect(await findStatement(as(null), link)).toMatchObject({ endedWhy: 'Das Register bestätigt es.', complaint: { isUpheld: false } });
	expect((await listMatters(as('renate'), { queue: 'erledigt' })).items).toMatchObject([{ id, state: 'settled' }]);
});

test('over a complaint somebody else decides, where there is somebody else', async ({ as, db }) => {
	const { id, requestId, link } = await plantDecided({ as, db });
	await complain(as(null), { link, words: 'Den Verein gibt es.' });
	const other = { id: newId(), name: 'Zweite Betreiberin', email: 'zwei@betrieb.example', grants: [{ role: 'admin' }] } as const;
	await db.insert(people).values({ id: other.id, name: other.name, email: other.email, emailVerified: true });
	await db.insert(grants).values({ id: newId(), personId: other.id, role: 'admin', grantedAt: now });
	await expect(decideComplaint(as('renate'), { id, isUpheld: true, words: 'Nein.' })).rejects.toMatchObject({ status: 403 });
	expect((await findMatter(as('renate'), id)).complaint?.mayAnswer).toBe(false);
	await decideComplaint(as(other), { id, isUpheld: true, words: 'Im Register steht nichts.' });
	await expect(findRequest(as(null), requestId)).rejects.toMatchObject({ status: 404 });
	expect(await findStatement(as(null), link)).toMatchObject({ endedAt: null, complaint: { isUpheld: true } });
});

test('after six months it is too late to complain', async ({ as, db }) => {
	const { id } = await plantDecided({ as, db });
	const late = after(as(null), 200);
	const link = await statementLink({ db, as: (who) => after(as(who), 200) }, id);
	expect(await findStatement(late, link)).toMatchObject({ mayComplain: false });
	await expect(complain(late, { link, words: 'Zu spät.' })).rejects.toMatchObject({ code: 'complaint-late' });
});

test('an account that is barred publishes nothing until the day is over', async ({ as, db }) => {
	const { id } = await plantDecided({ as, db }, { ...hidden, measure: 'bar', until: '2026-12-22' });
	const draft = await plantRequest(db, { requestState: 'draft', publishedAt: null });
	const publish = (ctx: Ctx) => stepRequest(ctx, { id: draft.id, step: 'publish' });
	await expect(publish(as('amira'))).rejects.toMatchObject({ code: 'barred' });
	await expect(publish(after(as('amira'), 29))).rejects.toMatchObject({ code: 'barred' });
	await publish(after(as('amira'), 31));
	expect(await tendMatters(after(as(null), 29))).toBe(0);
	expect(await tendMatters(after(as(null), 31))).toBe(1);
	expect(await tendMatters(after(as(null), 31))).toBe(0);
	expect((await findMatter(as('renate'), id)).decision?.endedWhy).toContain('um');
	expect((await db.select().from(publishingBars))[0]?.liftedAt).not.toBeNull();
});

test('a warning restricts nothing, no measure tells nobody but those who gave notice', async ({ as, db }) => {
	const warned = await plantDecided({ as, db }, { ...hidden, measure: 'warn' });
	await findRequest(as(null), warned.requestId);
	expect(await mailsTo(db, cast.amira.email)).toBe(1);
	const left = await plantDecided({ as, db }, { measure: 'none', facts: 'Wir sehen keinen Verstoß.' });
	await findRequest(as(null), left.requestId);
	expect(await mailsTo(db, cast.amira.email)).toBe(1);
	await expect(complain(as(null), { link: left.link, words: 'Doch!' })).rejects.toMatchObject({ code: 'nothing-restricted' });
	expect(await findOwnNotice(as(null), left.key)).toMatchObject({ decision: { measure: 'none' } });
});

test('a thing that is gone meanwhile is not hidden, and can be closed as gone', async ({ as, db }) => {
	const { id, requestId } = await plantMatter({ as, db });
	await takeMatter(as('renate'), id);
	await stepRequest(as('amira'), { id: requestId, step: 'withdraw' });
	expect(await findMatter(as('renate'), id)).toMatchObject({ isThere: false });
	await expect(decideMatter(as('renate'), { id, input: hidden })).rejects.toMatchObject({ code: 'content-gone' });
	expect((await findMatter(as('renate'), id)).matter.state).toBe('in_review');
	await db.delete(spaceRequests).where(eq(spaceRequests.id, requestId));
	await decideMatter(as('renate'), { id, input: { measure: 'gone', facts: 'Das Gesuch ist zurückgezogen.' } });
});

test('lifted, withdrawn meanwhile: what its people ended stays ended', async ({ as, db }) => {
	const { id, requestId } = await plantDecided({ as, db });
	await stepRequest(as('amira'), { id: requestId, step: 'withdraw' });
	await liftMeasure(as('renate'), { id, words: 'Erledigt.' });
	const [row] = await db.select().from(spaceRequests).where(eq(spaceRequests.id, requestId));
	expect(row?.requestState).toBe('withdrawn');
});

test('two who decide at one moment: one does, the other is told', async ({ pool, as }) => {
	const db = openDb(pool);
	const real = (who: 'renate' | null): Ctx => ({ ...as(who), db });
	const planted = await plantMatter({ db, as: (who) => ({ ...as(who), db }) });
	try {
		await takeMatter(real('renate'), planted.id);
		const outcomes = await Promise.allSettled([1, 2, 3].map(() => decideMatter(real('renate'), { id: planted.id, input: hidden })));
		expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1);
		for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ status: 409 });
		expect(await db.$count(contentDecisions, eq(contentDecisions.matterId, planted.id))).toBe(1);
		const both = await Promise.all(
			[1, 2].map(async (n) => {
				const { slug } = await plantRequest(db, { id: newId(), title: `Zugleich ${n}` });
				return Promise.all(
					[1, 2].map(() => giveNotice(real(null), { input: noticeInput(`/gesuche/${slug}`, { email: `g${n}@post.example` }), address }))
				);
			})
		);
		expect(both.flat().every(Boolean)).toBe(true);
		const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from content_matters group by kind, content_id');
		expect(rows.every(({ n }) => n === 1)).toBe(true);
	} finally {
		for (const table of ['content_matters', 'withheld_contents', 'space_requests', 'actor_profiles', 'attempts', 'events', 'mails'])
			await pool.query(`delete from ${table}`);
		await pool.query('delete from graphile_worker._private_jobs');
	}
});

test('notices go a year after the decision, the statement of reasons after three', async ({ as, db }) => {
	const { id, link, key } = await plantDecided({ as, db });
	await keepRetention(after(as(null), 364));
	expect(await db.$count(contentNotices)).toBe(1);
	await keepRetention(after(as(null), 366));
	expect(await db.$count(contentNotices)).toBe(0);
	expect(await db.$count(contentMatters, eq(contentMatters.id, id))).toBe(1);
	await expect(findOwnNotice(as(null), key)).rejects.toMatchObject({ status: 410 });
	await findStatement(as(null), link);
	await keepRetention(after(as(null), 1097));
	expect(await db.$count(contentMatters)).toBe(0);
	await expect(findStatement(as(null), link)).rejects.toMatchObject({ status: 410 });
});

test('figures are counted, and few are not told', async ({ as, db }) => {
	expect(await countFigures(as(null))).toMatchObject({ total: 0, medianDays: null, categories: [] });
	for (let i = 0; i < 4; i++) {
		const { slug } = await plantRequest(db);
		await giveNotice(as(null), { input: noticeInput(`/gesuche/${slug}`, { category: 'abuse', name: '', email: '' }), address });
	}
	expect(await countFigures(as(null))).toMatchObject({ total: null, categories: [{ n: null }] });
	const { slug } = await plantRequest(db);
	await giveNotice(as(null), { input: noticeInput(`/gesuche/${slug}`, { category: 'abuse', name: '', email: '' }), address });
	for (const { id } of (await listMatters(as('renate'))).items) {
		await takeMatter(after(as('renate'), 2), id);
		await decideMatter(after(as('renate'), 2), { id, input: { measure: 'none', facts: 'Kein Verstoß.' } });
	}
	expect(await countFigures(after(as(null), 3))).toMatchObject({ total: 5, medianDays: 2, measures: [{ n: 5 }] });
});
