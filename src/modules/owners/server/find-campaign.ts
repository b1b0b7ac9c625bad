import { dayOf } from '#lib/calendar.ts';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { figuresOf, whyNotCampaignStep, type CampaignFacts, type CampaignStep } from '../campaign.ts';
import { followUps } from '../follow-up.ts';
import type { Exclusion } from '../vocabulary.ts';
import { campaignFor, hasSender } from './internal/campaign-for.ts';
import { isWilling, lastPlan } from './internal/figures.ts';
import { choose, countHouses } from './internal/selection.ts';
import { ownerRecipients, owners, ownerships, vacancyReasons } from './tables.ts';

export type FoundCampaign = Awaited<ReturnType<typeof findCampaign>>;
export type CampaignRecipient = FoundCampaign['recipients'][number];

async function recipientsOf(ctx: Ctx, campaignId: string) {
	const rows = await ctx.db
		.select({
			...{ id: ownerRecipients.id, position: ownerRecipients.position, state: ownerRecipients.state, exclusion: ownerRecipients.exclusion },
			...{ returnReason: ownerRecipients.returnReason, repliedAt: ownerRecipients.repliedAt, ownerId: owners.id, name: owners.name },
			...{ propertyId: properties.id, house: properties.title, reference: properties.reference, plan: lastPlan },
			mayBePrinted: sql<boolean>`${ownerRecipients.state} in ('queued', 'sent', 'no_answer') and ${owners.doNotContactAt} is null`
		})
		.from(ownerRecipients)
		.innerJoin(owners, eq(owners.id, ownerRecipients.ownerId))
		.innerJoin(properties, eq(properties.id, ownerRecipients.propertyId))
		.where(eq(ownerRecipients.campaignId, campaignId))
		.orderBy(asc(ownerRecipients.position));
	return rows.map((row) => ({ ...row, isWilling: isWilling(row.plan) }));
}

/** What stands in the way of those who answered, gathered. */
async function nextFor(ctx: Ctx, campaignId: string, recipients: Awaited<ReturnType<typeof recipientsOf>>) {
	const answered = recipients.filter(({ state }) => state === 'answered');
	if (!answered.length) return [];
	const houses = [...new Set(answered.map(({ propertyId }) => propertyId))];
	const causes = await ctx.db.select().from(vacancyReasons).where(inArray(vacancyReasons.propertyId, houses));
	const needs = await ctx.db.select().from(ownerships).where(inArray(ownerships.propertyId, houses));
	return followUps(
		answered.map(({ id, propertyId, ownerId, house }) => ({
			...{ id, house, href: `/buero/anschreiben/${campaignId}/empfaenger/${id}` },
			adviceNeeds: [
				...new Set(needs.filter((one) => one.ownerId === ownerId && one.propertyId === propertyId).flatMap((one) => one.adviceNeeds))
			],
			reasons: causes.filter((one) => one.propertyId === propertyId).map(({ cause }) => cause)
		}))
	);
}

/** A campaign with whom it reaches, what came of it and what may be done next. A draft says whom it would reach today. Throws 404. */
export async function findCampaign(ctx: Ctx, id: string) {
	const campaign = await campaignFor(ctx, id, { reads: 'Anschreiben' });
	const isDraft = campaign.state === 'draft';
	const recipients = isDraft ? [] : await recipientsOf(ctx, id);
	const chosen = isDraft ? await choose(ctx, campaign.ags, campaign.selection) : [];
	const excluded = new Map<Exclusion, number>();
	for (const { exclusion } of isDraft ? chosen : recipients) if (exclusion) excluded.set(exclusion, (excluded.get(exclusion) ?? 0) + 1);
	const letters = isDraft
		? chosen.filter(({ exclusion }) => exclusion === null).length
		: recipients.filter(({ state }) => state === 'queued').length;
	const facts: CampaignFacts = { ...campaign, today: dayOf(ctx.now), hasSender: await hasSender(ctx, campaign.ags), letters };
	const against = (step: CampaignStep) => whyNotCampaignStep(facts, step)?.message ?? null;
	return {
		campaign,
		recipients,
		letters,
		/** Letters that can still be printed: somebody may get them, and there is a sender. */
		printable: facts.hasSender ? recipients.filter(({ mayBePrinted }) => mayBePrinted).length : 0,
		excluded: [...excluded],
		reach: isDraft ? await countHouses(ctx, campaign.ags, campaign.selection) : null,
		figures: campaign.figures ?? figuresOf(recipients),
		followUps: await nextFor(ctx, id, recipients),
		hasSender: facts.hasSender,
		against: { freeze: against('freeze'), send: against('send') }
	};
}
