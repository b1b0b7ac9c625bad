import { asc, desc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { addressLines, whyNotNotice } from '../owner.ts';
import { hasSender } from './internal/campaign-for.ts';
import { ownerFor } from './internal/owner-for.ts';
import { ownerCampaigns, ownerRecipients, ownerships } from './tables.ts';

export type FoundOwner = Awaited<ReturnType<typeof findOwner>>;

/** An owner with their houses and letters, for whoever keeps them. Throws 404. */
export async function findOwner(ctx: Ctx, id: string) {
	const owner = await ownerFor(ctx, id, { reads: 'Eigentümer:in' });
	const houses = await ctx.db
		.select({
			...{ id: ownerships.id, propertyId: properties.id, title: properties.title, reference: properties.reference },
			...{ rank: ownerships.rank, right: ownerships.right, share: ownerships.share, until: ownerships.until, attitude: ownerships.attitude }
		})
		.from(ownerships)
		.innerJoin(properties, eq(properties.id, ownerships.propertyId))
		.where(eq(ownerships.ownerId, id))
		.orderBy(asc(properties.reference));
	const letters = await ctx.db
		.select({
			...{ id: ownerRecipients.id, campaignId: ownerCampaigns.id, name: ownerCampaigns.name, state: ownerRecipients.state },
			...{ sentOn: ownerRecipients.sentOn, reference: properties.reference }
		})
		.from(ownerRecipients)
		.innerJoin(ownerCampaigns, eq(ownerCampaigns.id, ownerRecipients.campaignId))
		.innerJoin(properties, eq(properties.id, ownerRecipients.propertyId))
		.where(eq(ownerRecipients.ownerId, id))
		.orderBy(desc(ownerCampaigns.updatedAt));
	return {
		owner,
		houses,
		letters,
		hasSender: await hasSender(ctx, owner.ags),
		hasAddress: addressLines(owner).length > 0,
		noticeRefused: whyNotNotice(owner)?.message ?? null
	};
}
