import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { mails } from '#modules/people/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { angermuende } from '#testing/cast.ts';
import { campaignInput, campaignTo, codeOn, ownedHouse, ownerInput } from '#testing/owners.ts';
import { expect, test } from '#testing/world.ts';
import { notedReplyForm, replyForm } from '../forms.ts';
import { answerLetter } from './answer-letter.ts';
import { blockOwner } from './block-owner.ts';
import { closeCampaign } from './close-campaign.ts';
import { findCampaign } from './find-campaign.ts';
import { findHouseByCode } from './find-house-by-code.ts';
import { findLetter, findLetters } from './find-letters.ts';
import { findOwner } from './find-owner.ts';
import { findRecipient } from './find-recipient.ts';
import { freezeCampaign } from './freeze-campaign.ts';
import { listCampaigns } from './list-campaigns.ts';
import { noteReply } from './note-reply.ts';
import { reopenCampaign } from './reopen-campaign.ts';
import { returnLetter } from './return-letter.ts';
import { saveCampaign } from './save-campaign.ts';
import { saveOwner } from './save-owner.ts';
import { sendCampaign } from './send-campaign.ts';
import { ownerRecipients, ownerships } from './tables.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const baseUrl = 'https://raum.example';
const address = '192.0.2.7';
const answer = (ctx: Ctx, code: string, typed: Record<string, unknown>) =>
	answerLetter({ ...ctx, actor: null }, { key: { code, address }, input: replyForm.parse(typed) });

test('a selection stays as it was fixed, whatever happens in the register afterwards', async ({ as, db }) => {
	const ines = as('ines');
	const { propertyId } = await ownedHouse(ines);
	const { id } = await campaignTo(ines, { sent: false });
	await ownedHouse(ines, { house: { street: 'Neue Straße', houseNumber: '1' }, owner: { name: 'Kurt Neumann' } });
	await db.update(properties).set({ lifecycleState: 'archived' }).where(eq(properties.id, propertyId));
	expect((await findCampaign(ines, id)).recipients.map(({ name }) => name)).toEqual(['Hedwig Lindner']);
	expect(await refusalOf(saveCampaign(ines, { id, version: 3, input: campaignInput() }))).toBe('409 campaign-save');
});

test('whoever wants peace gets no letter: not chosen, not printed, not sent, whenever they say so', async ({ as, db }) => {
	const ines = as('ines');
	const { ownerId: first } = await ownedHouse(ines);
	const { ownerId: second } = await ownedHouse(ines, { house: { street: 'Am Park', houseNumber: '2' }, owner: { name: 'Kurt Neumann' } });
	await blockOwner(ines, { id: first, reason: 'am Telefon' });
	const { id } = await campaignTo(ines, { sent: false });
	expect((await findCampaign(ines, id)).excluded).toEqual([['do_not_contact', 1]]);
	expect((await findLetters(ines, { id, baseUrl })).letters.map(({ recipient }) => recipient[0])).toEqual(['Kurt Neumann']);
	await blockOwner(ines, { id: second, reason: 'auch am Telefon' });
	expect(await refusalOf(findLetters(ines, { id, baseUrl }))).toBe('409 no-letters');
	expect(await refusalOf(sendCampaign(ines, id))).toBe('409 nobody');
	const queue = () =>
		db.transaction((inner) =>
			inner.update(ownerRecipients).set({ state: 'queued', exclusion: null }).where(eq(ownerRecipients.ownerId, second))
		);
	await expect(queue()).rejects.toThrow();
});

test('a sent letter is not printed again once its owner wants peace', async ({ as }) => {
	const ines = as('ines');
	const { ownerId } = await ownedHouse(ines);
	const { id, recipientId } = await campaignTo(ines);
	expect((await findLetters(ines, { id, baseUrl })).letters).toHaveLength(1);
	await blockOwner(ines, { id: ownerId, reason: 'am Zaun' });
	expect(await refusalOf(findLetter(ines, { id: recipientId, baseUrl }))).toBe('409 no-letters');
	expect((await findRecipient(ines, { id: recipientId, baseUrl })).letter).toBeNull();
});

test('dead, disputed, without an address, or written to lately: excluded with the reason', async ({ as, db }) => {
	const ines = as('ines');
	const { ownerId } = await ownedHouse(ines);
	await campaignTo(ines);
	const house = { street: 'Am Park', houseNumber: '2' };
	const { ownerId: gone } = await ownedHouse(ines, { house, owner: { name: 'Kurt' } });
	await db.update(ownerships).set({ rank: 'deceased' }).where(eq(ownerships.ownerId, gone));
	await ownedHouse(ines, { house: { ...house, houseNumber: '3' }, owner: { name: 'Ohne Anschrift', street: '' } });
	await ownedHouse(ines, { house: { ...house, houseNumber: '4' }, owner: { name: 'Erreichbar' } });
	const { id } = await campaignTo(ines, { sent: false });
	const found = await findCampaign(ines, id);
	expect(new Map(found.excluded)).toEqual(
		new Map([
			['recently_contacted', 1],
			['deceased', 1],
			['no_address', 1]
		])
	);
	expect(found.letters).toBe(1);
	const again = await campaignTo(ines, { sent: false, typed: { includeRecent: 'on' } });
	expect((await findCampaign(ines, again.id)).letters).toBe(2);
	expect((await findOwner(ines, ownerId)).letters).toHaveLength(3);
});

test('sending owes and does: notice given, house moved on, code open', async ({ as, db }) => {
	const ines = as('ines');
	const { propertyId, ownerId } = await ownedHouse(ines);
	const { id, recipientId } = await campaignTo(ines, { sent: false });
	const code = await codeOn(ines, recipientId);
	expect(await refusalOf(findHouseByCode(as(null), { code, address }))).toBe('410 code-unknown');
	await sendCampaign(ines, id);
	expect((await findOwner(ines, ownerId)).owner.noticeSentOn).toBe('2026-11-22');
	const [house] = await db.select().from(properties).where(eq(properties.id, propertyId));
	expect(house?.lifecycleState).toBe('owner_contacted');
	expect(await refusalOf(findHouseByCode(as(null), { code, address }))).toBe('done');
	expect(await refusalOf(sendCampaign(ines, id))).toBe('409 campaign-send');
	expect(await refusalOf(reopenCampaign(ines, id))).toBe('409 campaign-reopen');
});

test('with the code one reads about the house, and no word about a person', async ({ as, db }) => {
	const ines = as('ines');
	await ownedHouse(ines, { owner: { name: 'Hedwig Qzxname', phone: '4711', note: 'Qzxnotiz' } });
	const { recipientId } = await campaignTo(ines);
	const code = await codeOn(ines, recipientId);
	await answer(ines, code, { plan: 'let', callback: 'phone', phone: '0815 4711', message: 'Qzxwort' });
	const found = await findHouseByCode(as(null), { code: code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'), address });
	expect(found.house).toMatchObject({ title: 'Gasthof am Marktplatz', isPublic: false });
	expect(found.last).toMatchObject({ plan: 'let' });
	expect(JSON.stringify(found)).not.toMatch(/qzx|4711/i);
	const [row] = await db.select().from(ownerRecipients);
	expect(JSON.stringify(row)).not.toContain(code.replaceAll('-', ''));
});

test('an answer says what the owner wants, changes with the next, and the same twice is one', async ({ as, db }) => {
	const ines = as('ines');
	await ownedHouse(ines);
	const { id, recipientId } = await campaignTo(ines);
	const code = await codeOn(ines, recipientId);
	await answer(ines, code, { plan: 'advice', adviceNeeds: ['inheritance'], standing: 'heir' });
	await answer(ines, code, { plan: 'advice', adviceNeeds: ['inheritance'], standing: 'heir' });
	expect((await findRecipient(ines, { id: recipientId, baseUrl })).replies).toHaveLength(1);
	const [held] = await db.select().from(ownerships);
	expect(held).toMatchObject({ attitude: 'wants_advice', attitudeSource: 'reply', attitudeOn: '2026-11-22', adviceNeeds: ['inheritance'] });
	expect((await findCampaign(ines, id)).followUps[0]).toMatchObject({ what: 'Beratung: Erbe und Erbengemeinschaft' });
	await answer(ines, code, { plan: 'sell' });
	expect((await db.select().from(ownerships))[0]).toMatchObject({ attitude: 'willing_to_sell', adviceNeeds: [] });
	expect((await findCampaign(ines, id)).figures).toMatchObject({ letters: 1, answered: 1, willing: 1 });
	const told = await db.select().from(notices).where(eq(notices.kind, 'owner-reply'));
	expect(told).toHaveLength(2);
	expect(JSON.stringify(told)).not.toMatch(/Lindner|verkaufen/);
	expect(await db.select().from(mails)).toEqual([]);
});

test('"lassen Sie mich in Ruhe" holds at once, in every other campaign too, and leaves no number behind', async ({ as }) => {
	const ines = as('ines');
	const { ownerId } = await ownedHouse(ines);
	const { recipientId } = await campaignTo(ines);
	const { id: next } = await campaignTo(ines, { sent: false, typed: { includeRecent: 'on' } });
	const code = await codeOn(ines, recipientId);
	await answer(ines, code, { plan: 'leave_alone', callback: 'phone', phone: '0175' });
	expect((await findOwner(ines, ownerId)).owner.doNotContactReason).toContain('Frühling');
	expect((await findCampaign(ines, next)).excluded).toEqual([['do_not_contact', 1]]);
	const { replies, recipient } = await findRecipient(ines, { id: recipientId, baseUrl });
	expect([recipient.state, replies[0]?.phone, replies[0]?.callback]).toEqual(['refused', null, 'none']);
	await answer(ines, code, { plan: 'interim' });
	expect((await findOwner(ines, ownerId)).owner.doNotContactAt).not.toBeNull();
});

test('somebody to whom the house does not belong says nothing for its owner', async ({ as, db }) => {
	const ines = as('ines');
	await ownedHouse(ines);
	const { id, recipientId } = await campaignTo(ines);
	await noteReply(ines, { id: recipientId, input: notedReplyForm.parse({ plan: 'sell', standing: 'not_mine', via: 'phone' }) });
	expect((await db.select().from(ownerships))[0]?.attitude).toBe('not_reached');
	expect((await findCampaign(ines, id)).figures).toMatchObject({ answered: 1, willing: 0 });
});

test('a letter that came back: the address gets none until it changes, and whoever died stands as such', async ({ as, db }) => {
	const ines = as('ines');
	const { ownerId } = await ownedHouse(ines);
	const { recipientId } = await campaignTo(ines);
	await returnLetter(ines, { id: recipientId, reason: 'moved' });
	const { id } = await campaignTo(ines, { sent: false, typed: { includeRecent: 'on' } }).catch(() => ({ id: '' }));
	expect(id).toBe('');
	const { owner } = await findOwner(ines, ownerId);
	expect(owner.addressTroubleOn).toBe('2026-11-22');
	await saveOwner(ines, { id: ownerId, version: owner.version, input: ownerInput({ street: 'Neuer Weg 1' }) });
	expect((await findOwner(ines, ownerId)).owner.addressTroubleOn).toBeNull();
	const again = await campaignTo(ines, { typed: { includeRecent: 'on' } });
	await returnLetter(ines, { id: again.recipientId, reason: 'deceased' });
	expect((await db.select().from(ownerships))[0]?.rank).toBe('deceased');
	expect(await refusalOf(returnLetter(ines, { id: again.recipientId, reason: 'other' }))).toBe('409 recipient-return');
});

test('codes end a year after the day of reply, and whoever guesses is stopped', async ({ as }) => {
	const ines = as('ines');
	await ownedHouse(ines);
	const { recipientId } = await campaignTo(ines);
	const code = await codeOn(ines, recipientId);
	const later = (day: string) => ({ ...as(null), now: new Date(`${day}T10:00:00Z`) });
	expect(await refusalOf(findHouseByCode(later('2028-01-15'), { code, address }))).toBe('done');
	expect(await refusalOf(findHouseByCode(later('2028-01-16'), { code, address }))).toBe('410 code-unknown');
	const guess = () => refusalOf(findHouseByCode(as(null), { code: '0000-0000-0000', address: '192.0.2.99' }));
	for (let i = 0; i < 60; i++) expect(await guess()).toBe('410 code-unknown');
	expect(await guess()).toMatch(/^429/);
	expect(await refusalOf(findHouseByCode(as(null), { code, address: '192.0.2.99' }))).toMatch(/^429/);
});

test('closing keeps the figures; who answers later counts too, and the list says the same', async ({ as }) => {
	const ines = as('ines');
	await ownedHouse(ines);
	const { id, recipientId } = await campaignTo(ines);
	const code = await codeOn(ines, recipientId);
	await closeCampaign(ines, id);
	expect((await findCampaign(ines, id)).figures).toMatchObject({ letters: 1, open: 1, answered: 0 });
	await answer(ines, code, { plan: 'let' });
	expect((await listCampaigns(ines, angermuende))[0]?.figures).toMatchObject({ letters: 1, open: 0, answered: 1, willing: 1 });
});

test('nothing is fixed without a sender, and a wrong field is named', async ({ as }) => {
	const ines = as('ines');
	await ownedHouse(ines);
	expect(await refusalOf(campaignTo(ines, { typed: { text: 'Sehr geehrte {anrede}' } }))).toBe('409 field-unknown');
	expect(await refusalOf(freezeCampaign(ines, 'kein-code'))).toBe('404 not-found');
});
