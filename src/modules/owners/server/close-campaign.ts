import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { checkStep, lockCampaign, nextVersion } from './internal/campaign-for.ts';
import { countFigures } from './internal/figures.ts';
import { tell } from './internal/town.ts';
import { ownerCampaigns, ownerRecipients } from './tables.ts';

/** Nothing more is expected: open letters count as without an answer, and the figures are kept. Codes work on. Throws 404 and 409. */
export async function closeCampaign(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const campaign = await lockCampaign(inside, id);
		await checkStep(inside, campaign, { step: 'close' });
		await db
			.update(ownerRecipients)
			.set({ state: 'no_answer' })
			.where(and(eq(ownerRecipients.campaignId, id), eq(ownerRecipients.state, 'sent')));
		const figures = await countFigures(inside, id);
		await db
			.update(ownerCampaigns)
			.set({ state: 'closed', closedAt: ctx.now, figures, version: nextVersion, updatedAt: ctx.now })
			.where(eq(ownerCampaigns.id, id));
		await tell(inside, campaign.ags, { kind: 'campaign.closed', about: { name: campaign.name } });
	});
}
