import { eq } from 'drizzle-orm';
import { saveOffer } from '#modules/advice/server/save-offer.ts';
import { adviceOffers } from '#modules/advice/server/tables.ts';
import { viewings } from '#modules/cases/server/case-tables.ts';
import { saveViewing } from '#modules/cases/server/save-viewing.ts';
import { reportMessage } from '#modules/conversations/server/report-message.ts';
import { say } from '#modules/conversations/server/say.ts';
import { conversationMessages } from '#modules/conversations/server/tables.ts';
import { stepGroup } from '#modules/groups/server/step-group.ts';
import { groups } from '#modules/groups/server/tables.ts';
import { publishNetwork } from '#modules/networks/server/publish-network.ts';
import { networkPages, networks } from '#modules/networks/server/tables.ts';
import { publishOrganisation } from '#modules/organisations/server/publish-organisation.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { publishPlace } from '#modules/places/server/publish-place.ts';
import { placePages } from '#modules/places/server/tables.ts';
import { publishProfile } from '#modules/profiles/server/publish-profile.ts';
import { profilePages } from '#modules/profiles/server/tables.ts';
import { findMediaFile } from '#modules/properties/server/find-media-file.ts';
import { findSpace } from '#modules/properties/server/find-space.ts';
import { findPreview } from '#modules/properties/server/find-workbench.ts';
import { publishSpace } from '#modules/properties/server/publish-space.ts';
import { media, spaces } from '#modules/properties/server/tables.ts';
import { stepStory } from '#modules/stories/server/step-story.ts';
import { storyPages } from '#modules/stories/server/tables.ts';
import { newId } from '#lib/server/id.ts';
import type { Stage } from '#testing/access/access.ts';
import { plantCase } from '#testing/cases.ts';
import { cast, organisationOf, angermuende } from '#testing/cast.ts';
import { anOffer } from '#testing/advice.ts';
import { plantTalk } from '#testing/conversations.ts';
import { plantGroup } from '#testing/groups.ts';
import { plantNetwork } from '#testing/networks.ts';
import { hidden, matterOn, noticeInput } from '#testing/notices.ts';
import { plantPublicPlace, withSeat } from '#testing/places.ts';
import { plantPublicStory } from '#testing/stories.ts';
import { writeProfile } from '#testing/profiles.ts';
import { expect, now, test } from '#testing/world.ts';
import { recordHouse } from '#testing/houses.ts';
import { decideMatter } from './decide-matter.ts';
import { findMatter } from './find-matter.ts';
import { findContentAt } from './find-content-at.ts';
import { giveNotice } from './give-notice.ts';
import { liftMeasure } from './lift-measure.ts';
import { contentNotices } from './tables.ts';
import { takeMatter } from './take-matter.ts';
import { takeReportedMessage } from './take-reported-message.ts';

/** Notice, hidden, shown again, each time looked at as a guest does. */
async function hideAndShow(stage: Stage, { path, contentId }: { path: string; contentId: string }, whileHidden: () => Promise<void>) {
	const renate = stage.as('renate');
	expect(await findContentAt(stage.as(null), path)).not.toBeNull();
	await giveNotice(stage.as(null), { input: noticeInput(path), address: '192.0.2.9' });
	const id = await matterOn(stage.db, contentId);
	await takeMatter(renate, id);
	await decideMatter(renate, { id, input: hidden });
	expect(await findContentAt(stage.as(null), path)).toBeNull();
	await whileHidden();
	expect(await findContentAt(stage.as(null), path)).toBeNull();
	await liftMeasure(renate, { id, words: 'Es ist in Ordnung.' });
	expect(await findContentAt(stage.as(null), path)).not.toBeNull();
}

test('a place comes back as it was, and cannot be published meanwhile', async ({ as, db }) => {
	const { id, slug, group } = await plantPublicPlace({ as, db });
	const [before] = await db.select().from(placePages).where(eq(placePages.placeId, id));
	await hideAndShow({ as, db }, { path: `/orte/${slug}`, contentId: id }, async () => {
		await expect(publishPlace(as(group), id)).rejects.toMatchObject({ code: 'withheld' });
	});
	const [after] = await db.select().from(placePages).where(eq(placePages.placeId, id));
	expect(after).toEqual({ ...before, publishedBy: null });
});

test('a space keeps its publication and its grounds; face and pictures are gone', async ({ as, db }) => {
	const { id } = await recordHouse(as('ines'), { isMunicipal: true });
	await publishSpace(as('ines'), { id, precision: 'district' });
	const stem = newId();
	const picture = { id: newId(), propertyId: id, kind: 'outside', key: `media/${stem}.webp`, contentType: 'image/webp' } as const;
	await db.insert(media).values({ ...picture, bytes: 9, width: 900, height: 600, alt: 'Das Haus', createdAt: now });
	const [{ slug } = { slug: '' }] = await db.select({ slug: spaces.slug }).from(spaces).where(eq(spaces.id, id));
	await findMediaFile(as(null), `${stem}.webp`);
	await hideAndShow({ as, db }, { path: `/raeume/${slug}`, contentId: id }, async () => {
		await expect(findMediaFile(as(null), `${stem}.webp`)).rejects.toMatchObject({ status: 404 });
		await expect(publishSpace(as('ines'), { id, precision: 'street' })).rejects.toMatchObject({ code: 'withheld' });
		await expect(findSpace(as(null), slug)).rejects.toMatchObject({ status: 410 });
		expect(await findPreview(as('ines'), id)).toMatchObject({ shown: false, missing: [{ code: 'withheld' }] });
	});
	expect((await findSpace(as(null), slug)).title).not.toBe('');
});

test('the story of a municipality returns in the version that was shown', async ({ as, db }) => {
	await writeProfile({ as });
	await publishProfile(as('ines'), { slug: organisationOf(angermuende) });
	const [before] = await db.select().from(profilePages);
	await hideAndShow({ as, db }, { path: '/kommunen/angermuende', contentId: organisationOf(angermuende) }, async () => {
		await expect(publishProfile(as('ines'), { slug: organisationOf(angermuende) })).rejects.toMatchObject({ code: 'withheld' });
	});
	expect((await db.select().from(profilePages))[0]).toEqual(before);
});

test('an organisation, and its offer of advice', async ({ as, db }) => {
	const id = newId();
	const row = { id, slug: 'rat-und-tat', kind: 'initiative', name: 'Rat und Tat', summary: 'Wir beraten.', publishedAt: now } as const;
	await db.insert(organisations).values({ ...row, placeAgs: angermuende, createdAt: now, updatedAt: now });
	const group = withSeat(cast.amira, id);
	const offerId = await saveOffer(as(group), id, anOffer({ shown: 'on' }));
	const [offer] = await db.select().from(adviceOffers).where(eq(adviceOffers.id, offerId));
	await hideAndShow({ as, db }, { path: `/beratung/${offer?.slug}`, contentId: offerId }, async () => {
		await expect(saveOffer(as(group), id, anOffer({ shown: 'on', offerId }))).rejects.toMatchObject({ code: 'withheld' });
	});
	expect((await db.select().from(adviceOffers).where(eq(adviceOffers.id, offerId)))[0]).toEqual(offer);
	await hideAndShow({ as, db }, { path: '/organisationen/rat-und-tat', contentId: id }, async () => {
		expect(await findContentAt(as(null), `/beratung/${offer?.slug}`)).toBeNull();
		await expect(publishOrganisation(as(group), { id, shown: true })).rejects.toMatchObject({ code: 'withheld' });
	});
});

test('a group, whose members cannot show it meanwhile', async ({ as, db }) => {
	const { id } = await plantGroup({ as, db });
	await stepGroup(as('amira'), { id, step: 'show' });
	const [before] = await db.select().from(groups).where(eq(groups.id, id));
	await hideAndShow({ as, db }, { path: `/gruppen/${before?.slug}`, contentId: id }, async () => {
		await expect(stepGroup(as('amira'), { id, step: 'show' })).rejects.toMatchObject({ code: 'withheld' });
	});
	expect((await db.select().from(groups).where(eq(groups.id, id)))[0]).toEqual(before);
});

test('a story comes back as it was, and nothing of it is published meanwhile', async ({ as, db }) => {
	const { storyId } = await plantPublicStory({ as, db });
	const [before] = await db.select().from(storyPages).where(eq(storyPages.storyId, storyId));
	await hideAndShow({ as, db }, { path: `/geschichten/${before?.slug}`, contentId: storyId }, async () => {
		await expect(stepStory(as('ines'), { id: storyId, step: 'renew' })).rejects.toMatchObject({ code: 'withheld' });
	});
	expect((await db.select().from(storyPages).where(eq(storyPages.storyId, storyId)))[0]).toEqual(before);
});

test('a network', async ({ as, db }) => {
	const { id, slug } = await plantNetwork({ as, db });
	const shown = await db.select().from(networkPages).where(eq(networkPages.networkId, id));
	if (!shown.length) await publishNetwork(as('oskar'), slug);
	const [before] = await db.select().from(networkPages).where(eq(networkPages.networkId, id));
	await hideAndShow({ as, db }, { path: `/netzwerke/${slug}`, contentId: id }, async () => {
		await expect(publishNetwork(as('oskar'), slug)).rejects.toMatchObject({ code: 'withheld' });
	});
	expect((await db.select().from(networkPages).where(eq(networkPages.networkId, id)))[0]).toEqual({ ...before, publishedBy: null });
	expect(await db.$count(networks, eq(networks.id, id))).toBe(1);
});

test('a public viewing, which still takes place for those in the case', async ({ as, db }) => {
	const { id: caseId } = await plantCase({ as, db });
	const startsAt = new Date(now.getTime() + 5 * 86_400_000);
	const input = { title: 'Gasthof ansehen', startsAt, place: 'Am Markt 3', isPublic: true };
	await saveViewing(as('ines'), { id: caseId, input });
	const [viewing] = await db.select().from(viewings).where(eq(viewings.caseId, caseId));
	const id = viewing?.id ?? '';
	await hideAndShow({ as, db }, { path: `/termine/${id}`, contentId: id }, async () => {
		const again = saveViewing(as('ines'), { id: caseId, input: { ...input, viewingId: id } });
		await expect(again).rejects.toMatchObject({ code: 'withheld' });
	});
	expect((await db.select().from(viewings).where(eq(viewings.id, id)))[0]).toEqual(viewing);
});

test('a reported message: read only as it was shown, hidden, and back as it was', async ({ as, db }) => {
	const conversationId = await plantTalk({ as, db });
	await say(as('jonas'), { conversationId, text: 'Das geht dich nichts an.' });
	const [, message] = await db.select().from(conversationMessages).orderBy(conversationMessages.number);
	const messageId = message?.id ?? '';
	const { reportId } = await reportMessage(as('amira'), { conversationId, messageId, reason: 'insult', words: 'So nicht.' });
	const event = { id: newId(), kind: 'message.reported', subjectId: messageId, actorId: null, data: { reportId } };
	for (let i = 0; i < 2; i++) await takeReportedMessage(as(null), event);
	expect(await db.$count(contentNotices)).toBe(1);
	const id = await matterOn(db, messageId);
	const found = await findMatter(as('renate'), id);
	expect(found).toMatchObject({ isThere: true, notices: [{ name: cast.amira.name, category: 'insult' }] });
	expect(JSON.stringify(found.matter.frozen)).not.toContain('Habt Ihr schon ein Haus?');
	await takeMatter(as('renate'), id);
	await decideMatter(as('renate'), { id, input: hidden });
	expect(await findMatter(as('renate'), id)).toMatchObject({ isThere: false });
	expect((await db.select().from(conversationMessages).where(eq(conversationMessages.id, messageId)))[0]?.hiddenAt).not.toBeNull();
	await liftMeasure(as('renate'), { id, words: 'Ein Irrtum.' });
	expect((await db.select().from(conversationMessages).where(eq(conversationMessages.id, messageId)))[0]).toEqual(message);
});
