import { dayOf } from '#lib/calendar.ts';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { changeLifecycle } from '#modules/properties/server/change-lifecycle.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { germanDay } from '#lib/text/german.ts';
import { checkStep, lockCampaign, nextVersion } from './internal/campaign-for.ts';
import { tell } from './internal/town.ts';
import { ownerCampaigns, ownerRecipients, owners } from './tables.ts';

/**
 * The letters are in the post: codes work from now on, the notice of Art. 14 lay in each of them, and houses that were only recorded have had their owner
 * spoken to. Throws 404 and 409.
 */
export async function sendCampaign(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const campaign = await lockCampaign(inside, id);
		await checkStep(inside, campaign, { step: 'send' });
		const today = dayOf(ctx.now);
		const sent = await db
			.update(ownerRecipients)
			.set({ state: 'sent', sentOn: today })
			.where(and(eq(ownerRecipients.campaignId, id), eq(ownerRecipients.state, 'queued')))
			.returning({ ownerId: ownerRecipients.ownerId, propertyId: ownerRecipients.propertyId });
		const ownerIds = [...new Set(sent.map(({ ownerId }) => ownerId))];
		await db
			.update(owners)
			.set({ noticeSentOn: today })
			.where(and(inArray(owners.id, ownerIds), isNull(owners.noticeSentOn)));
		await moveHouses(inside, {
			ids: [...new Set(sent.map(({ propertyId }) => propertyId))],
			reason: `Anschreiben „${campaign.name}“ vom ${germanDay(today)}`
		});
		await db
			.update(ownerCampaigns)
			.set({ state: 'sent', sentOn: today, version: nextVersion, updatedAt: ctx.now })
			.where(eq(ownerCampaigns.id, id));
		await tell(inside, campaign.ags, { kind: 'campaign.sent', about: { name: campaign.name, letters: sent.length } });
	});
}

async function moveHouses(ctx: Ctx, { ids, reason }: { ids: string[]; reason: string }): Promise<void> {
	const recorded = await ctx.db
		.select({ id: properties.id })
		.from(properties)
		.where(and(inArray(properties.id, ids), eq(properties.lifecycleState, 'recorded')));
	for (const { id } of recorded) await changeLifecycle(ctx, { id, to: 'owner_contacted', reason });
}
