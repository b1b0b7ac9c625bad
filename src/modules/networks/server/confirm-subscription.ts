import { and, eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { networkPages, networkSubscriptions } from './tables.ts';

export type SubscriptionView = { name: string; slug: string; state: 'requested' | 'confirmed' | 'unsubscribed' };

const gone = (message: string) => new Refusal(410, 'subscription-gone', { message });

async function byLink(ctx: Ctx, link: string, purpose: string) {
	const { subscription = '' } = await verifyLink(ctx, { purpose, token: link });
	const [row] = await ctx.db
		.select({ subscription: networkSubscriptions, page: networkPages.content })
		.from(networkSubscriptions)
		.innerJoin(networkPages, eq(networkPages.networkId, networkSubscriptions.networkId))
		.where(eq(networkSubscriptions.id, subscription));
	if (!row) throw gone('Diese Vormerkung gibt es nicht mehr. Auf der Seite des Netzwerks lässt sie sich neu beginnen.');
	return { id: row.subscription.id, name: row.page.name, slug: row.page.slug, state: row.subscription.state };
}

/** What a link of a mail is about. Looking changes nothing: mail scanners look at every link. Throws 410. */
export async function findSubscription(ctx: Ctx, { link, to }: { link: string; to: 'confirm' | 'end' }): Promise<SubscriptionView> {
	const { name, slug, state } = await byLink(ctx, link, to === 'confirm' ? 'confirm-subscription' : 'end-subscription');
	return { name, slug, state };
}

/** Confirms an address; a second time changes nothing. After signing off an old link is no way back (410). Returns a link to sign off. */
export async function confirmSubscription(ctx: Ctx, link: string): Promise<{ name: string; slug: string; leave: string }> {
	const { id, name, slug, state } = await byLink(ctx, link, 'confirm-subscription');
	if (state === 'unsubscribed') throw gone('Sie haben sich abgemeldet. Auf der Seite des Netzwerks können Sie sich neu vormerken.');
	await ctx.db
		.update(networkSubscriptions)
		.set({ state: 'confirmed', confirmedAt: ctx.now })
		.where(and(eq(networkSubscriptions.id, id), eq(networkSubscriptions.state, 'requested')));
	return { name, slug, leave: await signLink(ctx, { purpose: 'end-subscription', data: { subscription: id }, days: 3650 }) };
}

/** Signs an address off; from then on nothing is written to it. */
export async function endSubscription(ctx: Ctx, link: string): Promise<void> {
	const { id } = await byLink(ctx, link, 'end-subscription');
	await ctx.db.update(networkSubscriptions).set({ state: 'unsubscribed', unsubscribedAt: ctx.now }).where(eq(networkSubscriptions.id, id));
}
