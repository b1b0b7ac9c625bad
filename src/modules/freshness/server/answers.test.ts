import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { seats } from '#modules/organisations/server/tables.ts';
import { angermuende, cast, organisationOf } from '#testing/cast.ts';
import { daysAgo, plantAged, plantMailed } from '#testing/freshness.ts';
import { postedMails } from '#testing/post.ts';
import { plantRequest } from '#testing/requests.ts';
import { expect, now, test } from '#testing/world.ts';
import { answerAsk } from '#modules/people/server/answer-ask.ts';
import { findEvent } from '#modules/people/server/find-event.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { events } from '#modules/people/server/tables.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { confirmProperties } from '#modules/properties/server/confirm-properties.ts';
import { findWithdrawn } from '#modules/properties/server/find-withdrawn.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import { takeBackProperty } from '#modules/properties/server/take-back-property.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import { spaceCards } from '#modules/matching/server/tables.ts';
import { reactToFading } from '#modules/matching/server/react-to-space.ts';
import { matches } from '#modules/matching/server/tables.ts';
import { plantMatch } from '#testing/freshness.ts';
import { addDays } from '../freshness.ts';
import { answerStillTrue, settleAsks, takeFreshAnswer } from './answer-still-true.ts';
import { countCurrent, countCurrentByNetwork, countCurrentByTown } from './count-current.ts';
import { decideGone } from './decide-gone.ts';
import { findFreshnessDesk } from './find-freshness-desk.ts';
import { findStillTrue } from './find-still-true.ts';
import { freshnessAsks, freshnessEntries } from './tables.ts';
import { tendFreshness } from './tend-freshness.ts';

const later = (days: number) => addDays(now, days);

test('whoever has no account gets one mail with a link; a scanner that looks at it changes nothing', async ({ db, as }) => {
	const { space, ask, link } = await plantMailed(db);
	const [mail] = await postedMails(db);
	expect(mail).toMatchObject({ to: 'bauamt@angermuende.example', template: 'letter' });
	const href = (mail?.data as { button: { href: string } }).button.href;
	const sent = new URL(href, 'http://x').searchParams.get('schluessel') ?? '';
	expect(await verifyLink({ db, now }, { purpose: 'still-true', token: sent })).toEqual({ subject: ask.subject });
	for (let n = 0; n < 3; n++) expect(await findStillTrue(as(null), link)).toMatchObject([{ id: ask.id, title: space.title, answer: null }]);
	expect(await db.select().from(freshnessAsks)).toMatchObject([{ answer: null, answeredAt: null }]);
});

test('used twice it says what was answered, and a better answer replaces the first', async ({ db, as }) => {
	const { space, ask, link } = await plantMailed(db);
	const say = (answer: 'still' | 'changed' | 'gone', words = '') => answerStillTrue(as(null), { link, askId: ask.id, answer, words });
	await say('still');
	await say('still');
	expect(await findStillTrue(as(null), link)).toMatchObject([{ answer: 'still', answeredAt: now, lastConfirmedAt: now }]);
	const answered = await db.select().from(events).where(eq(events.kind, 'entry.answered'));
	expect(answered).toHaveLength(1);
	await say('changed', 'Der Saal ist vermietet.');
	expect(await findStillTrue(as(null), link)).toMatchObject([{ answer: 'changed', words: 'Der Saal ist vermietet.' }]);
	const [entry] = await db.select().from(freshnessEntries).where(eq(freshnessEntries.entryId, space.id));
	// from the interval at the question, not from the one that the first answer made
	expect(entry).toMatchObject({ intervalDays: 90, step: 'current' });
});

test('after a year, changed, or for another entry the link opens nothing', async ({ db, as }) => {
	const { ask, link } = await plantMailed(db);
	const late = { ...as(null), now: later(365) };
	await expect(findStillTrue(late, link)).rejects.toMatchObject({ status: 410, code: 'link-expired' });
	await expect(answerStillTrue(late, { link, askId: ask.id, answer: 'still' })).rejects.toMatchObject({ status: 410 });
	await expect(findStillTrue(as(null), `${link}x`)).rejects.toMatchObject({ status: 410, code: 'link-invalid' });
	const other = await signLink(as(null), { purpose: 'still-true', data: { subject: 'mail:other' }, days: 1 });
	await expect(answerStillTrue(as(null), { link: other, askId: ask.id, answer: 'gone' })).rejects.toMatchObject({ status: 404 });
	const renewal = await signLink(as(null), { purpose: 'renew-request', data: { subject: ask.subject }, days: 1 });
	await expect(findStillTrue(as(null), renewal)).rejects.toMatchObject({ status: 410 });
	expect(await db.select().from(freshnessAsks)).toMatchObject([{ answer: null }]);
});

test('with an account it comes in the brief, and the answer there counts', async ({ db, as }) => {
	const { id } = await plantAged(db, 200, { property: { ownerPersonId: cast.hanna.id } });
	await tendFreshness(as(null));
	expect(await postedMails(db)).toEqual([]);
	const [notice] = await db.select().from(notices);
	expect(notice).toMatchObject({ personId: cast.hanna.id, kind: 'freshness', topic: 'freshness', channel: 'brief', minutes: 1 });
	await answerAsk(as('hanna'), { id: notice?.id ?? '', answer: { choices: ['still'], words: '' } });
	const [told] = await db.select({ id: events.id }).from(events).where(eq(events.kind, 'ask.answered'));
	const event = await findEvent(as(null), told?.id ?? '');
	if (!event) throw new Error('no event');
	await takeFreshAnswer(as(null), event);
	expect((await db.select().from(properties).where(eq(properties.id, id)))[0]).toMatchObject({
		lastConfirmedAt: now,
		confirmedBy: 'owner'
	});
	expect((await db.select().from(freshnessEntries))[0]).toMatchObject({ step: 'current', since: now, intervalDays: 270 });
});

test('many at once come as one, and what is confirmed by itself is asked no more', async ({ db, as }) => {
	const few = await plantAged(db, 200);
	await tendFreshness(as(null));
	expect(await db.select().from(notices)).toMatchObject([{ personId: cast.ines.id, ask: { kind: 'choose' } }]);
	await confirmProperties(as('ines'), [few.id]);
	await settleAsks(as(null), { kind: 'property', entryId: few.id });
	expect(await db.select().from(notices)).toMatchObject([{ withdrawnAt: now }]);
	for (let n = 0; n < 5; n++) await plantAged(db, 190 + n);
	await tendFreshness({ ...as(null), now: later(1) });
	const told = (await db.select().from(notices)).filter(({ withdrawnAt }) => !withdrawnAt);
	expect(told).toMatchObject([{ ask: null, minutes: 5, data: { href: '/buero/aktualitaet' } }]);
	expect((await db.select().from(freshnessAsks)).filter(({ subject }) => subject === told[0]?.subjectId)).toHaveLength(5);
});

/** The run of every day that counts, while nobody answers. */
async function silence(ctx: Parameters<typeof tendFreshness>[0], until: number) {
	for (const day of [0, 21, 22, 42, 43, 90, 91, 180, 181]) if (day <= until) await tendFreshness({ ...ctx, now: later(day) });
}

test('nobody answers: marked, then out of matching, then off the page; the office takes it back with one button', async ({ db, as }) => {
	const { id, slug } = await plantAged(db, 200, { slug: 'altes-kino' });
	await db.update(properties).set({ slug }).where(eq(properties.id, id));
	const state = async () => {
		const [house] = await db.select().from(properties).where(eq(properties.id, id));
		const [space] = await db.select().from(spaces).where(eq(spaces.id, id));
		const [card] = await db.select().from(spaceCards).where(eq(spaceCards.spaceId, id));
		return [house?.stale ?? null, Boolean(space), Boolean(card)];
	};
	await silence(as(null), 43);
	expect(await state()).toEqual(['marked', true, true]);
	await silence(as(null), 91);
	expect(await state()).toEqual(['hidden', true, false]);
	const back = { ...as('ines'), now: later(92) };
	await takeBackProperty(back, id);
	expect(await state()).toEqual([null, true, true]);
	await expect(takeBackProperty(back, id)).rejects.toMatchObject({ status: 409, code: 'not-stale' });
});

test('off the page its address says that it was taken back, and it comes back only where it may be shown today', async ({ db, as }) => {
	const { id } = await plantAged(db, 200, { slug: 'altes-kino', property: { slug: 'altes-kino' } });
	await silence(as(null), 181);
	const late = (who: 'ines' | null) => ({ ...as(who), now: later(200) });
	expect(await findWithdrawn(late(null), 'altes-kino')).toMatchObject({ municipality: 'Angermünde' });
	expect(await countCurrent(late(null), angermuende)).toBeNull();
	expect((await findFreshnessDesk(late('ines'))).entries).toMatchObject([{ id, step: 'archived' }]);
	await db.update(properties).set({ isMunicipal: false }).where(eq(properties.id, id));
	await expect(takeBackProperty(late('ines'), id)).rejects.toMatchObject({ status: 409, code: 'consent-missing' });
	await db.update(properties).set({ isMunicipal: true }).where(eq(properties.id, id));
	await takeBackProperty(late('ines'), id);
	expect((await db.select().from(properties).where(eq(properties.id, id)))[0]).toMatchObject({
		...{ publicationState: 'public', stale: null, lastConfirmedAt: later(200), withdrawnAt: null }
	});
	expect((await db.select().from(freshnessEntries))[0]).toMatchObject({ step: 'current', asks: 0 });
});

test('what is hidden keeps no suggestion, but what people began goes on', async ({ db, as }) => {
	const [{ id: spaceId }, one, two] = [await plantAged(db, 10), await plantRequest(db), await plantRequest(db)];
	await plantMatch(db, { spaceId, requestId: one.id, state: 'suggested' });
	await plantMatch(db, { spaceId, requestId: two.id, state: 'mutual' });
	await reactToFading(as(null), { kind: 'property', ids: [spaceId], isShown: true });
	expect(await db.select().from(matches)).toMatchObject([{ requestId: two.id, state: 'mutual' }]);
	await reactToFading(as(null), { kind: 'property', ids: [spaceId], isShown: false });
	expect(await db.select().from(matches)).toMatchObject([{ state: 'failed', closedReason: 'Der Raum wird nicht mehr gezeigt.' }]);
});

test('no longer empty is a proposal: the office decides, once, and only for its own town', async ({ db, as }) => {
	const { id } = await plantAged(db, 200, { property: { ownerPersonId: cast.hanna.id } });
	await tendFreshness(as(null));
	const [ask] = await db.select().from(freshnessAsks);
	const askId = ask?.id ?? '';
	await expect(decideGone(as('ines'), { askId, decision: 'archived' })).rejects.toMatchObject({ status: 409 });
	const link = await signLink(as(null), { purpose: 'still-true', data: { subject: ask?.subject ?? '' }, days: 9 });
	await answerStillTrue(as('hanna'), { link, askId, answer: 'gone', words: 'Verkauft an die Nachbarn.' });
	expect((await db.select().from(properties).where(eq(properties.id, id)))[0]).toMatchObject({
		publicationState: 'public',
		lifecycleState: 'recorded'
	});
	expect((await findFreshnessDesk(as('ines'))).gone).toMatchObject([
		{ entryId: id, words: 'Verkauft an die Nachbarn.', by: 'Hanna Lindner' }
	]);
	expect((await findFreshnessDesk(as('friedrich'))).gone).toEqual([]);
	expect((await db.select().from(notices)).filter(({ kind }) => kind === 'freshness.gone')).toMatchObject([{ personId: cast.ines.id }]);
	await expect(decideGone(as('friedrich'), { askId, decision: 'archived' })).rejects.toMatchObject({ status: 404 });
	await expect(decideGone(as('hanna'), { askId, decision: 'archived' })).rejects.toMatchObject({ status: 403 });
	await decideGone(as('ines'), { askId, decision: 'archived' });
	expect((await db.select().from(properties).where(eq(properties.id, id)))[0]).toMatchObject({
		lifecycleState: 'archived',
		publicationState: 'internal'
	});
	await expect(decideGone(as('ines'), { askId, decision: 'kept' })).rejects.toMatchObject({ status: 409, code: 'nothing-to-decide' });
	await expect(answerStillTrue(as(null), { link, askId, answer: 'still' })).rejects.toMatchObject({ status: 409, code: 'decided' });
});

test('a request: still sought is renewed, no longer sought pauses, and both can be corrected', async ({ db, as }) => {
	const { id } = await plantRequest(db, { lastConfirmedAt: daysAgo(100), publishedAt: daysAgo(100) });
	await tendFreshness(as(null));
	const [ask] = await db.select().from(freshnessAsks);
	const link = await signLink(as(null), { purpose: 'still-true', data: { subject: ask?.subject ?? '' }, days: 9 });
	const say = (answer: 'still' | 'changed' | 'gone') => answerStillTrue(as(null), { link, askId: ask?.id ?? '', answer });
	const state = async () => (await db.select().from(spaceRequests).where(eq(spaceRequests.id, id)))[0];
	await say('gone');
	expect(await state()).toMatchObject({ requestState: 'paused' });
	expect(await db.select().from(freshnessEntries)).toEqual([]);
	await say('changed');
	expect(await state()).toMatchObject({ requestState: 'published' });
	await say('still');
	expect(await state()).toMatchObject({ requestState: 'published', lastConfirmedAt: now });
});

test('an administrator sees every town, the network office figures only, a town its own; makers nothing', async ({ db, as }) => {
	await plantAged(db, 200);
	await plantAged(db, 10);
	await silence(as(null), 43);
	const ctx = (who: 'renate' | 'oskar' | 'ines' | 'friedrich') => ({ ...as(who), now: later(44) });
	expect((await findFreshnessDesk(ctx('renate'))).entries).toHaveLength(1);
	expect(await findFreshnessDesk(ctx('oskar'))).toMatchObject({ entries: [], towns: [{ current: 1, all: 2, town: 'Angermünde' }] });
	expect(await findFreshnessDesk(ctx('ines'))).toMatchObject({ total: 1, towns: [{ current: 1, all: 2 }], networks: [] });
	expect(await findFreshnessDesk(ctx('friedrich'))).toMatchObject({ total: 0, towns: [] });
	await expect(findFreshnessDesk(as('amira'))).rejects.toMatchObject({ status: 403 });
	expect(await countCurrentByTown(as(null), [])).toEqual([]);
	expect(await countCurrentByNetwork(as(null))).toEqual([]);
});

test('whoever takes over is asked from the beginning, before anything falls', async ({ db, as }) => {
	const { id } = await plantAged(db, 200);
	await tendFreshness(as(null));
	await tendFreshness({ ...as(null), now: later(21) });
	const organisationId = organisationOf(angermuende);
	await db
		.update(seats)
		.set({ endsAt: later(30) })
		.where(eq(seats.organisationId, organisationId));
	const seat = { function: 'administration', rights: 'edit', startsAt: later(30), createdAt: now } as const;
	await db.insert(seats).values({ ...seat, id: newId(), organisationId, personId: cast.friedrich.id });
	await tendFreshness({ ...as(null), now: later(43) });
	const asks = await db.select().from(freshnessAsks).orderBy(freshnessAsks.askedAt);
	expect(asks.map(({ personId }) => personId)).toEqual([cast.ines.id, cast.friedrich.id]);
	expect((await db.select().from(freshnessEntries))[0]).toMatchObject({ entryId: id, step: 'asked', asks: 1, askedAt: later(43) });
});

test('the run is the same twice, and with two of them at once', async ({ db, as }) => {
	for (let n = 0; n < 7; n++) await plantAged(db, 181 + n);
	expect(await tendFreshness(as(null))).toMatchObject({ asked: 7 });
	expect(await tendFreshness(as(null))).toEqual({ asked: 0, reminded: 0, marked: 0, hidden: 0, archived: 0 });
});
