import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mails } from '#modules/people/server/tables.ts';
import { decideObjection } from '#modules/properties/server/decide-objection.ts';
import { recordConsent } from '#modules/properties/server/record-consent.ts';
import { publishSpace } from '#modules/properties/server/publish-space.ts';
import { changeLifecycle } from '#modules/properties/server/change-lifecycle.ts';
import { properties, propertySteps, publicationConsents, spaces } from '#modules/properties/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { campaignTo, codeOn, ownedHouse } from '#testing/owners.ts';
import { expect, test } from '#testing/world.ts';
import { notedReplyForm, replyForm } from '../forms.ts';
import { answerLetter } from './answer-letter.ts';
import { blockOwner } from './block-owner.ts';
import { findHouseByCode } from './find-house-by-code.ts';
import { findReplyStart } from './find-reply-start.ts';
import { noteReply } from './note-reply.ts';
import { takeConsent } from './take-consent.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const address = '192.0.2.7';

/** A house with an owner's letter in the post; shown to everybody when `isShown`. */
async function lettered(ines: Ctx, { isShown = false } = {}) {
	const { propertyId, ownerId } = await ownedHouse(ines);
	const { recipientId } = await campaignTo(ines);
	const code = await codeOn(ines, recipientId);
	if (isShown) {
		await recordConsent(ines, { id: propertyId, legalBasis: 'consent', givenBy: 'Kurt', scope: 'public' });
		await publishSpace(ines, { id: propertyId, precision: 'municipality' });
	}
	const answer = (typed: Record<string, unknown>) =>
		answerLetter({ ...ines, actor: null }, { key: { code, address }, input: replyForm.parse({ plan: 'interim', ...typed }) });
	return { propertyId, ownerId, recipientId, code, answer };
}
const stateOf = async ({ db }: Ctx, id: string) => (await db.select().from(properties).where(eq(properties.id, id)))[0]?.publicationState;

test('a no in the answer takes the house from every eye at once, with a mail to the town and a reason without a name', async ({
	as,
	db
}) => {
	const ines = as('ines');
	const mailsTo = (email: string) => db.$count(mails, eq(mails.email, email));
	const { propertyId, answer } = await lettered(ines, { isShown: true });
	expect(await db.$count(spaces)).toBe(1);
	await answer({ showing: 'refuses' });
	expect(await stateOf(ines, propertyId)).toBe('locked');
	expect(await db.$count(spaces)).toBe(0);
	const steps = await db.select().from(propertySteps).where(eq(propertySteps.to, 'locked'));
	expect(steps).toMatchObject([
		{ byPersonId: null, reason: 'Antwort auf das Anschreiben „Frühling“: soll nicht öffentlich gezeigt werden' }
	]);
	expect(await mailsTo(cast.ines.email)).toBe(1);
	await answer({ showing: 'refuses', message: 'Noch einmal: nein.' });
	expect((await db.select().from(propertySteps).where(eq(propertySteps.to, 'locked'))).length).toBe(1);
});

test('whoever said no reads with the code what the town decided, and nobody else does', async ({ as }) => {
	const ines = as('ines');
	const { propertyId, code, answer } = await lettered(ines, { isShown: true });
	await answer({ showing: 'refuses' });
	const later = { ...ines, now: new Date(ines.now.getTime() + 60_000) };
	expect((await findHouseByCode({ ...later, actor: null }, { code, address })).decision).toBeNull();
	await decideObjection(later, { id: propertyId, reason: 'Wir zeigen es nicht mehr.' });
	expect((await findHouseByCode({ ...later, actor: null }, { code, address })).decision).toMatchObject({
		reason: 'Wir zeigen es nicht mehr.'
	});
	await answer({ showing: 'unsaid' });
	expect((await findHouseByCode({ ...later, actor: null }, { code, address })).decision).toBeNull();
});

test('whoever says that the house is not theirs, or nothing about it, locks nothing', async ({ as }) => {
	const ines = as('ines');
	const { propertyId, answer, recipientId } = await lettered(ines, { isShown: true });
	await answer({ showing: 'refuses', standing: 'not_mine' });
	await answer({});
	await noteReply(ines, { id: recipientId, input: notedReplyForm.parse({ plan: 'let', showing: 'agrees', via: 'phone' }) });
	expect(await stateOf(ines, propertyId)).not.toBe('locked');
});

test('a yes becomes a consent when the clerk writes it down, once, and only while it is the last word', async ({ as, db }) => {
	const ines = as('ines');
	const { propertyId, recipientId, answer } = await lettered(ines);
	const take = () => takeConsent(ines, { id: recipientId, scope: 'public_blurred' });
	expect(await refusalOf(take())).toBe('409 not-answered');
	await answer({ showing: 'agrees', standing: 'heir' });
	await answer({ showing: 'unsaid' });
	expect(await refusalOf(take())).toBe('409 not-agreed');
	await answer({ showing: 'agrees', standing: 'heir', message: 'Doch.' });
	expect(await db.$count(publicationConsents)).toBe(0);
	await take();
	expect(await refusalOf(take())).toBe('409 consented-before');
	expect(await db.select().from(publicationConsents)).toMatchObject([
		{ propertyId, legalBasis: 'consent', scope: 'public_blurred', givenBy: 'Hedwig Lindner, geantwortet als: Erbin oder Erbe' }
	]);
	expect(await refusalOf(takeConsent(as('friedrich'), { id: recipientId, scope: 'public' }))).toBe('404 not-found');
});

test('two clerks who write the same yes down at once write it down once', async ({ as, db }) => {
	const ines = as('ines');
	const { recipientId, answer } = await lettered(ines);
	await answer({ showing: 'agrees' });
	const both = await Promise.all([0, 1].map(() => refusalOf(takeConsent(ines, { id: recipientId, scope: 'network' }))));
	expect(both.sort()).toEqual(['409 consented-before', 'done']);
	expect(await db.$count(publicationConsents)).toBe(1);
});

test('a case begins with what was answered; of somebody who wants peace with nothing', async ({ as }) => {
	const ines = as('ines');
	const { recipientId, ownerId, answer } = await lettered(ines);
	expect(await findReplyStart(ines, recipientId)).toEqual({ summary: '', party: null });
	await answer({ adviceNeeds: ['tenancy_law'], callback: 'mail', email: 'heir@post.example', message: 'Bis Sommer.' });
	expect(await findReplyStart(ines, recipientId)).toEqual({
		summary: 'Antwort auf unseren Brief: eine Zeit lang nutzen lassen.\nBeratung zu: Mietrecht.\nBis Sommer.',
		party: { name: 'Hedwig Lindner', phone: '', email: 'heir@post.example' }
	});
	expect(await refusalOf(findReplyStart(as('oskar'), recipientId))).toBe('404 not-found');
	await blockOwner(ines, { id: ownerId, reason: 'am Telefon' });
	expect(await findReplyStart(ines, recipientId)).toEqual({ summary: '', party: null });
});

test('whoever comes back with the code reads how far the house has come', async ({ as, db }) => {
	const ines = as('ines');
	const { propertyId, code, answer } = await lettered(ines);
	await answer({});
	await db.update(properties).set({ lifecycleState: 'available' }).where(eq(properties.id, propertyId));
	await changeLifecycle(ines, { id: propertyId, to: 'interim', reason: 'Nähwerkstatt bis August' });
	const found = await findHouseByCode(as(null), { code, address });
	expect(found.house.lifecycleState).toBe('interim');
	expect(JSON.stringify(found)).not.toContain('Nähwerkstatt');
});
