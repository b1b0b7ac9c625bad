import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { checkStep, lockCampaign, nextVersion } from './internal/campaign-for.ts';
import { tell } from './internal/town.ts';
import { ownerCampaigns, ownerRecipients } from './tables.ts';

/** Back to the draft while nothing is in the post: the selection and its codes are gone. Throws 404 and 409. */
export async function reopenCampaign(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const campaign = await lockCampaign(inside, id);
		await checkStep(inside, campaign, { step: 'reopen' });
		await db.delete(ownerRecipients).where(eq(ownerRecipients.campaignId, id));
		await db
			.update(ownerCampaigns)
			.set({ state: 'draft', frozenAt: null, version: nextVersion, updatedAt: ctx.now })
			.where(eq(ownerCampaigns.id, id));
		await tell(inside, campaign.ags, { kind: 'campaign.reopened', about: { name: campaign.name } });
	});
}
