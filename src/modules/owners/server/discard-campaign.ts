import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { checkStep, lockCampaign } from './internal/campaign-for.ts';
import { tell } from './internal/town.ts';
import { ownerCampaigns } from './tables.ts';

/** Throws away a campaign of which nothing was sent. Throws 404 and 409. */
export async function discardCampaign(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const campaign = await lockCampaign(inside, id);
		await checkStep(inside, campaign, { step: 'discard' });
		await db.delete(ownerCampaigns).where(eq(ownerCampaigns.id, id));
		await tell(inside, campaign.ags, { kind: 'campaign.discarded', about: { name: campaign.name } });
	});
}
