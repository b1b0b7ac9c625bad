import { and, eq, sql } from 'drizzle-orm';
import { cast } from '#testing/cast.ts';
import { daysAgo, linkOf, plantAged, plantMailOwner, plantMailed, plantWitness } from '#testing/freshness.ts';
import { postedMails } from '#testing/post.ts';
import { expect, now, test } from '#testing/world.ts';
import type { Db } from '#lib/server/db.ts';
import { blockOwner } from '#modules/owners/server/block-owner.ts';
import { owners, ownerships } from '#modules/owners/server/tables.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { events } from '#modules/people/server/tables.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import { reports } from '#modules/reports/server/tables.ts';
import { addDays } from '../freshness.ts';
import { answerStillTrue } from './answer-still-true.ts';
import { findFreshnessDesk } from './find-freshness-desk.ts';
import { findStillTrue } from './find-still-true.ts';
import { stopAsking } from './stop-asking.ts';
import { freshnessAsks, freshnessEntries } from './tables.ts';
import { tellFallen } from './tell-fallen.ts';
import { tendFreshness } from './tend-freshness.ts';

const later = (days: number) => addDays(now, days);
const asksOf = (db: Db, entryId: string) =>
	db.select().from(freshnessAsks).where(eq(freshnessAsks.entryId, entryId)).orderBy(freshnessAsks.askedAs, freshnessAsks.askedAt);
const entryOf = async (db: Db, entryId: string) =>
	(await db.select().from(freshnessEntries).where(eq(freshnessEntries.entryId, entryId)))[0];

test('an owner whom the register knows with an address is asked by mail; where they are asked nothing of them is kept', async ({
	db,
	as
}) => {
	const { id, title } = await plantAged(db, 200);
	const ownerId = await plantMailOwner(as('ines'), id);
	await tendFreshness(as(null));
	const [ask, ...more] = await asksOf(db, id);
	expect([ask, more]).toMatchObject([{ askedAs: 'owner', ownerId, personId: null, email: null }, []]);
	expect(await postedMails(db)).toMatchObject([{ to: 'erbin@post.example', data: { title: `Stimmt das noch? „${title}“` } }]);
	expect(await db.select().from(notices).where(eq(notices.kind, 'freshness'))).toEqual([]);

	// the second question goes the same way, and what they say counts as the owner's word, whoever is signed in
	await tendFreshness({ ...as(null), now: later(22) });
	expect((await postedMails(db)).map(({ to }) => to)).toEqual(['erbin@post.example', 'erbin@post.example']);
	if (!ask) return;
	const at = { ...as('hanna'), now: later(23) };
	await answerStillTrue(at, { link: await linkOf(db, ask), askId: ask.id, answer: 'still' });
	expect(await asksOf(db, id)).toMatchObject([{ answer: 'still', answeredBy: null }]);
	const [house] = await db.select().from(properties).where(eq(properties.id, id));
	expect(house).toMatchObject({ confirmedBy: 'owner', lastConfirmedAt: later(23) });
	expect(await entryOf(db, id)).toMatchObject({ step: 'current', intervalDays: 270 });
	const told = await db.select().from(events).where(eq(events.kind, 'entry.answered'));
	expect(told.map(({ actorId }) => actorId)).toEqual([null]);
});

test('whoever asked to be left alone, prefers another way, or is past their day is not asked; the office is', async ({ db, as }) => {
	const houses = [];
	for (const typed of [{}, { preferredChannel: 'letter' }, { preferredChannel: 'phone' }, {}]) {
		const { id } = await plantAged(db, 200);
		houses.push({ id, ownerId: await plantMailOwner(as('ines'), id, typed) });
	}
	const [alone, , , past] = houses;
	await blockOwner(as('ines'), { id: alone?.ownerId ?? '', reason: 'am Telefon' });
	await db
		.update(owners)
		.set({ purgeOn: now.toISOString().slice(0, 10) })
		.where(eq(owners.id, past?.ownerId ?? ''));
	await tendFreshness(as(null));
	for (const { id } of houses) expect(await asksOf(db, id)).toMatchObject([{ askedAs: 'contact', personId: cast.ines.id, ownerId: null }]);
	expect(await postedMails(db)).toEqual([]);
	// and the database holds it where a program forgets
	const [row] = await asksOf(db, alone?.id ?? '');
	if (!row) throw new Error('nobody was asked');
	const forced = { ...row, id: alone?.id ?? '', askedAs: 'owner' as const, ownerId: alone?.ownerId ?? '', personId: null };
	await expect(db.transaction((tx) => tx.insert(freshnessAsks).values(forced))).rejects.toMatchObject({
		cause: { message: expect.stringContaining('does not want to be contacted') as string }
	});
	await expect(
		db.transaction((tx) => tx.insert(freshnessAsks).values({ ...forced, ownerId: past?.ownerId ?? '', personId: cast.hanna.id }))
	).rejects.toMatchObject({ cause: { constraint: 'freshness_asks_owner_is_nobody' } });
});

test('an owner says with one click that they want to be left alone: no word reaches them any more, and the office is asked instead', async ({
	db,
	as
}) => {
	const { id } = await plantAged(db, 200);
	const ownerId = await plantMailOwner(as('ines'), id);
	await tendFreshness(as(null));
	const [ask] = await asksOf(db, id);
	if (!ask) throw new Error('nobody was asked');
	const link = await linkOf(db, ask);
	expect(await findStillTrue(as(null), link)).toMatchObject([{ askedAs: 'owner', canStop: true }]);
	for (let n = 0; n < 2; n++) await stopAsking(as(null), link);
	expect(await findStillTrue(as(null), link)).toMatchObject([{ canStop: false }]);
	const [owner] = await db.select().from(owners).where(eq(owners.id, ownerId));
	expect(owner?.doNotContactAt).toEqual(now);
	expect(await db.select().from(events).where(eq(events.kind, 'owner.blocked'))).toHaveLength(1);
	await tendFreshness({ ...as(null), now: later(22) });
	expect(await postedMails(db)).toHaveLength(1);
	expect(await asksOf(db, id)).toMatchObject([{ askedAs: 'contact', personId: cast.ines.id }, { askedAs: 'owner' }]);
});

test('a contact point cannot be stopped with a link, and an owner who sold is asked no more', async ({ db, as }) => {
	const { link } = await plantMailed(db);
	await expect(stopAsking(as(null), link)).rejects.toMatchObject({ status: 409, code: 'contact-point' });
	await expect(stopAsking(as(null), `${link}x`)).rejects.toMatchObject({ status: 410 });
	const { id } = await plantAged(db, 200);
	await plantMailOwner(as('renate'), id);
	await tendFreshness(as(null));
	await db.update(ownerships).set({ until: '2026-11-01', rank: 'former' }).where(eq(ownerships.propertyId, id));
	await tendFreshness({ ...as(null), now: later(22) });
	expect(await asksOf(db, id)).toMatchObject([{ askedAs: 'contact' }, { askedAs: 'owner' }]);
});

test('whoever reported a house and agreed is asked beside the office: a hint, and the clock goes on', async ({ db, as }) => {
	const [{ id, title }, { id: other }] = [await plantAged(db, 200), await plantAged(db, 200)];
	const report = await plantWitness(db, id);
	await plantWitness(db, other, { askLaterAt: null });
	await tendFreshness(as(null));
	expect(await asksOf(db, other)).toMatchObject([{ askedAs: 'contact' }]);
	const [, ask] = await asksOf(db, id);
	expect(ask).toMatchObject({ askedAs: 'reporter', reportId: report.id, email: null, personId: null });
	const [mail, ...noMore] = await postedMails(db);
	expect([mail, noMore]).toMatchObject([{ to: 'nachbarin@post.example', data: { title: `Steht es noch leer? „${title}“` } }, []]);
	if (!ask) return;
	const link = await linkOf(db, ask);
	const before = await entryOf(db, id);

	await answerStillTrue(as('amira'), { link, askId: ask.id, answer: 'still', words: 'Der Efeu wächst weiter.' });
	expect(await entryOf(db, id)).toEqual(before);
	const [house] = await db.select().from(properties).where(eq(properties.id, id));
	expect(house?.lastConfirmedAt).toEqual(daysAgo(200));
	const rows = (await findFreshnessDesk(as('ines'))).entries;
	expect(rows.find((row) => row.id === id)).toMatchObject({ hint: { answer: 'still', at: now }, askedName: cast.ines.name });
	expect(rows.find((row) => row.id === other)).toMatchObject({ hint: null });

	await answerStillTrue(as(null), { link, askId: ask.id, answer: 'gone', words: 'Seit Mai wohnt dort jemand.' });
	const { gone } = await findFreshnessDesk(as('ines'));
	expect(gone).toMatchObject([{ entryId: id, by: 'wer es gemeldet hat', words: 'Seit Mai wohnt dort jemand.' }]);
	expect(await entryOf(db, id)).toEqual(before);
	const told = await db
		.select()
		.from(notices)
		.where(and(eq(notices.personId, cast.ines.id), eq(notices.kind, 'freshness.gone')));
	expect(told.map(({ data }) => data.title)).toEqual([`Hinweis zu „${title}“: Nicht mehr leer`]);

	// the office hears nothing more of them once they have had enough, and their report stays
	await stopAsking(as(null), link);
	expect(await db.select().from(reports).where(eq(reports.id, report.id))).toMatchObject([
		{ askLaterAt: null, reporterEmail: 'nachbarin@post.example' }
	]);
});

test('whoever reported sees nothing of a house that is not public, and is asked once, not again', async ({ db, as }) => {
	const { id } = await plantAged(db, 200);
	await plantWitness(db, id);
	await tendFreshness(as(null));
	await tendFreshness({ ...as(null), now: later(22) });
	expect((await postedMails(db)).map(({ to }) => to)).toEqual(['nachbarin@post.example']);
	const [, ask] = await asksOf(db, id);
	if (!ask) throw new Error('nobody was asked');
	await db.delete(spaces).where(eq(spaces.id, id));
	await expect(findStillTrue(as(null), await linkOf(db, ask))).rejects.toMatchObject({ status: 404 });
});

test('where only whoever reported can be asked, nothing goes off the page', async ({ db, as }) => {
	const { space } = await plantMailed(db, 200);
	await db.execute(sql`delete from freshness_asks`);
	await db.execute(sql`delete from contact_points`);
	await db.execute(sql`update freshness_entries set step = 'current', asks = 0, reached = 0, asked_at = null, next_at = since`);
	await plantWitness(db, space.id);
	for (let day = 0; day < 400; day += 10) await tendFreshness({ ...as(null), now: later(day) });
	expect((await asksOf(db, space.id)).map(({ askedAs }) => askedAs)).toEqual(['reporter']);
	expect(await entryOf(db, space.id)).toMatchObject({ step: 'hidden', reached: 0 });
});

test('what falls is told to the office and to whoever was asked, with the way back, and many at once as one', async ({ db, as }) => {
	const owned = await plantAged(db, 400, { property: { ownerPersonId: cast.hanna.id, isMunicipal: false } });
	const mailed = await plantAged(db, 400);
	await plantMailOwner(as('ines'), mailed.id);
	for (const day of [0, 22, 43, 91]) await tendFreshness({ ...as(null), now: later(day) });
	const fall = async (to: 'hidden' | 'archived', day: number) =>
		tellFallen({ ...as(null), now: later(day) }, { kind: 'property', ids: [owned.id, mailed.id], to });
	const told = async (kind: string) =>
		(await db.select().from(notices).where(eq(notices.kind, kind)).orderBy(notices.personId, notices.subjectId)).map(
			({ personId, data }) => [personId, data.title, data.href]
		);
	const before = (await postedMails(db)).length;
	await fall('archived', 91);
	expect(await told('freshness.archived')).toEqual([]);
	await fall('hidden', 91);
	await fall('hidden', 91);
	const hidden = await told('freshness.hidden');
	expect(hidden).toHaveLength(3);
	expect(hidden).toContainEqual([cast.ines.id, `„${owned.title}“ ist nicht mehr vermittelt`, `/buero/raeume/${owned.id}`]);
	expect(hidden).toContainEqual([cast.hanna.id, `„${owned.title}“ ist nicht mehr vermittelt`, `/konto/raeume/${owned.id}`]);
	expect((await postedMails(db)).length).toBe(before);

	await tendFreshness({ ...as(null), now: later(181) });
	await fall('archived', 181);
	expect(await told('freshness.archived')).toHaveLength(3);
	const last = (await postedMails(db)).at(-1);
	expect(last).toMatchObject({ to: 'erbin@post.example', data: { title: `„${mailed.title}“ ist nicht mehr öffentlich` } });
	expect(JSON.stringify(await db.select().from(notices))).not.toContain('erbin');
});

test('four at once come as one word', async ({ db, as }) => {
	const ids: string[] = [];
	for (let n = 0; n < 4; n++) ids.push((await plantAged(db, 400)).id);
	await db.update(freshnessEntries).set({ step: 'hidden', asks: 2, reached: 1, askedAt: daysAgo(91) });
	await tellFallen(as(null), { kind: 'property', ids, to: 'hidden' });
	const told = await db.select().from(notices).where(eq(notices.kind, 'freshness.hidden'));
	expect(told.map(({ data }) => [data.title, data.href])).toEqual([['4 Häuser werden nicht mehr vermittelt', '/buero/aktualitaet']]);
});
