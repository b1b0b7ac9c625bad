import { dayOf } from '#lib/calendar.ts';
import { and, eq, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotCampaignStep, type CampaignFacts, type CampaignStep } from '../../campaign.ts';
import { ownerCampaigns, ownerRecipients, ownerSenders } from '../tables.ts';
import type { CampaignRow } from './selection.ts';
import { enterTown } from './town.ts';

/** A campaign for whoever writes to the owners of that municipality. Throws 404. */
export async function campaignFor(ctx: Ctx, id: string, how: { reads?: string } = {}): Promise<CampaignRow> {
	if (!isUuid(id)) throw notFound();
	const [campaign] = await ctx.db.select().from(ownerCampaigns).where(eq(ownerCampaigns.id, id));
	if (!campaign) throw notFound();
	await enterTown(ctx, campaign.ags, how);
	return campaign;
}

/** The same, held until the end of the transaction, so that nobody takes another step meanwhile. */
export async function lockCampaign(ctx: Ctx, id: string): Promise<CampaignRow> {
	const { id: known } = await campaignFor(ctx, id);
	const [campaign] = await ctx.db.select().from(ownerCampaigns).where(eq(ownerCampaigns.id, known)).for('update');
	if (!campaign) throw notFound();
	return campaign;
}

export async function hasSender(ctx: Ctx, ags: string): Promise<boolean> {
	return (await ctx.db.$count(ownerSenders, eq(ownerSenders.ags, ags))) > 0;
}

/** Throws what stands against a step. `letters`: how many would leave; counted here when it is not said. */
export async function checkStep(
	ctx: Ctx,
	campaign: CampaignRow,
	{ step, letters }: { step: CampaignStep; letters?: number }
): Promise<void> {
	const queued = letters ?? (await countQueued(ctx, campaign.id));
	const facts: CampaignFacts = { ...campaign, today: dayOf(ctx.now), hasSender: await hasSender(ctx, campaign.ags), letters: queued };
	const why = whyNotCampaignStep(facts, step);
	if (why) throw refused(why.code, why.message);
}

const countQueued = (ctx: Ctx, campaignId: string): Promise<number> =>
	ctx.db.$count(ownerRecipients, and(eq(ownerRecipients.campaignId, campaignId), eq(ownerRecipients.state, 'queued')));

/** Every change of a campaign counts its version up, so that two windows notice each other. */
export const nextVersion = sql<number>`${ownerCampaigns.version} + 1`;
