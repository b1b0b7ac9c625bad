import { desc, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { figuresOf, type Figures } from '../campaign.ts';
import { isWilling, lastPlan } from './internal/figures.ts';
import { enterTown } from './internal/town.ts';
import { ownerCampaigns, ownerRecipients } from './tables.ts';

export type CampaignItem = {
	id: string;
	name: string;
	goal: string | null;
	state: keyof typeof import('../campaign.ts').campaignStates;
	sentOn: string | null;
	figures: Figures;
};

/** The letters that a municipality wrote to its owners, the latest first, with what came of them. Throws 404. */
export async function listCampaigns(ctx: Ctx, ags: string): Promise<CampaignItem[]> {
	await enterTown(ctx, ags);
	const campaigns = await ctx.db
		.select({
			...{ id: ownerCampaigns.id, name: ownerCampaigns.name, goal: ownerCampaigns.goal, state: ownerCampaigns.state },
			...{ sentOn: ownerCampaigns.sentOn, kept: ownerCampaigns.figures }
		})
		.from(ownerCampaigns)
		.where(eq(ownerCampaigns.ags, ags))
		.orderBy(desc(ownerCampaigns.updatedAt))
		.limit(200);
	const ids = campaigns.map(({ id }) => id);
	const rows = ids.length
		? await ctx.db
				.select({ campaignId: ownerRecipients.campaignId, state: ownerRecipients.state, plan: lastPlan })
				.from(ownerRecipients)
				.where(inArray(ownerRecipients.campaignId, ids))
		: [];
	return campaigns.map(({ kept, ...campaign }) => {
		const own = rows
			.filter(({ campaignId }) => campaignId === campaign.id)
			.map(({ state, plan }) => ({ state, isWilling: isWilling(plan) }));
		return { ...campaign, figures: kept ?? figuresOf(own) };
	});
}
