import { eq } from 'drizzle-orm';
import { mails } from '#modules/people/server/tables.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { networkInput, plantNetwork, plantSubscription } from '#testing/networks.ts';
import { expect, now, test } from '#testing/world.ts';
import { subscribeForm } from '../forms.ts';
import { confirmSubscription, endSubscription, findSubscription } from './confirm-subscription.ts';
import { publishNetwork } from './publish-network.ts';
import { subscribeToNetwork } from './subscribe-to-network.ts';
import { networkSubscriptions } from './tables.ts';
import { forgetUnconfirmed, tellSubscribers } from './tell-subscribers.ts';
import { updateNetwork } from './update-network.ts';

const email = 'rathaus@stadt.example';
const wish = (slug: string, over = {}) => ({ slug, input: { email, consent: true, ...over }, address: '192.0.2.7' });
const linkFor = (ctx: Parameters<typeof signLink>[0], id: string, purpose = 'confirm-subscription') =>
	signLink(ctx, { purpose, data: { subscription: id }, days: 14 });

test('whoever asks gets one mail with a link, and is on no list before the click', async ({ db, as }) => {
	const { slug } = await plantNetwork({ db, as });
	await subscribeToNetwork(as(null), wish(slug, { email: 'Rathaus@Stadt.example' }));
	await subscribeToNetwork(as(null), wish(slug));
	const rows = await db.select().from(networkSubscriptions);
	expect(rows).toMatchObject([{ email, state: 'requested', confirmedAt: null, consent: expect.stringContaining('Probenetz') }]);
	expect((await db.select().from(mails)).map((mail) => mail.email)).toEqual([email]);
});

test('looking at the link changes nothing; confirming does, and a second click is harmless', async ({ db, as }) => {
	const id = await plantSubscription({ db, as });
	const link = await linkFor(as(null), id);
	const state = async () => (await db.select().from(networkSubscriptions).where(eq(networkSubscriptions.id, id)))[0];
	expect(await findSubscription(as(null), { link, to: 'confirm' })).toMatchObject({ state: 'requested' });
	expect(await state()).toMatchObject({ state: 'requested' });
	await confirmSubscription(as(null), link);
	await confirmSubscription({ ...as(null), now: new Date(now.getTime() + 60_000) }, link);
	expect(await state()).toMatchObject({ state: 'confirmed', confirmedAt: now });
});

test('a stranger who enters a confirmed address changes nothing of it, and no mail leaves', async ({ db, as }) => {
	const id = await plantSubscription({ db, as });
	await confirmSubscription(as(null), await linkFor(as(null), id));
	const [before] = await db.select().from(networkSubscriptions);
	const later = { ...as(null), now: new Date(now.getTime() + 86_400_000) };
	await subscribeToNetwork(later, wish('probenetz', { organisation: 'Fremde' }));
	expect(await db.select().from(networkSubscriptions)).toEqual([before]);
	expect(await db.select().from(mails)).toEqual([]);
});

test('after signing off the old link is no way back; asking anew needs a new confirmation', async ({ db, as }) => {
	const id = await plantSubscription({ db, as });
	const { leave } = await confirmSubscription(as(null), await linkFor(as(null), id));
	await endSubscription(as(null), leave);
	await expect(confirmSubscription(as(null), await linkFor(as(null), id))).rejects.toMatchObject({ status: 410 });
	await subscribeToNetwork(as(null), wish('probenetz'));
	expect(await db.select().from(networkSubscriptions)).toMatchObject([{ state: 'requested' }]);
	expect(await db.select().from(mails)).toHaveLength(1);
});

test('a link to confirm does not sign off, and the other way round; a made-up one does neither', async ({ db, as }) => {
	const id = await plantSubscription({ db, as });
	await expect(endSubscription(as(null), await linkFor(as(null), id))).rejects.toMatchObject({ status: 410 });
	await expect(confirmSubscription(as(null), await linkFor(as(null), id, 'end-subscription'))).rejects.toMatchObject({ status: 410 });
	await expect(confirmSubscription(as(null), 'xyz.abc')).rejects.toMatchObject({ status: 410 });
});

test('machines that fill in the hidden field leave no trace; without consent nothing is taken', async ({ db, as }) => {
	const { slug } = await plantNetwork({ db, as });
	await subscribeToNetwork(as(null), wish(slug, { website: 'https://spam.example' }));
	expect(await db.select().from(networkSubscriptions)).toEqual([]);
	expect(subscribeForm.safeParse({ email }).success).toBe(false);
	expect(subscribeForm.safeParse({ email: 'x'.repeat(5000), consent: 'on' }).success).toBe(false);
});

test('too many tries for one address are turned away', async ({ db, as }) => {
	const { slug } = await plantNetwork({ db, as });
	for (let i = 0; i < 5; i++) await subscribeToNetwork(as(null), wish(slug));
	await expect(subscribeToNetwork(as(null), wish(slug))).rejects.toMatchObject({ status: 429 });
});

test('when a closed network opens, every confirmed address hears of it once; the others do not', async ({ db, as }) => {
	const { id: networkId, slug } = await plantNetwork({ db, as }, { phase: 'closed' });
	await subscribeToNetwork(as(null), wish(slug));
	await subscribeToNetwork(as(null), wish(slug, { email: 'still@stadt.example' }));
	await db.update(networkSubscriptions).set({ state: 'confirmed' }).where(eq(networkSubscriptions.email, email));
	await updateNetwork(as('oskar'), { slug, input: networkInput({ phase: 'open', version: 2 }) });
	await publishNetwork(as('oskar'), slug);
	expect(await tellSubscribers(as(null), networkId)).toBe(1);
	expect((await db.select().from(mails)).filter((mail) => mail.email === email)).toHaveLength(2);
});

test('addresses that nobody confirmed in a month are forgotten', async ({ db, as }) => {
	const id = await plantSubscription({ db, as });
	expect(await forgetUnconfirmed({ db, now: new Date(now.getTime() + 29 * 86_400_000) })).toBe(0);
	expect(await forgetUnconfirmed({ db, now: new Date(now.getTime() + 31 * 86_400_000) })).toBe(1);
	expect(await db.select().from(networkSubscriptions).where(eq(networkSubscriptions.id, id))).toEqual([]);
});
