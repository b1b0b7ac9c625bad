import { dayOf } from '#lib/calendar.ts';
import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { usualYears, yearsAfter } from '../owner.ts';
import { costsOf } from './internal/costs-of.ts';
import { enterHouse } from './internal/town.ts';
import type { Costs } from '../holding-costs.ts';
import { ownerCampaigns, ownerRecipients, owners, ownerships, vacancyReasons } from './tables.ts';

export type HouseOwners = Awaited<ReturnType<typeof findHouseOwners>>;
export type HeldShare = HouseOwners['held'][number];

/** Who owns a house, why it stands empty, which letters went out about it and what doing nothing costs; for the editors of its municipality. Throws 404. */
export async function findHouseOwners(ctx: Ctx, { id, typed = {} }: { id: string; typed?: Costs }) {
	const house = await enterHouse(ctx, id, { reads: 'Eigentum' });
	const held = await ctx.db
		.select({
			ownership: ownerships,
			owner: {
				...{ id: owners.id, name: owners.name, representative: owners.representative, kind: owners.kind, phone: owners.phone },
				...{ doNotContactAt: owners.doNotContactAt, noticeSentOn: owners.noticeSentOn, knownSince: owners.knownSince }
			}
		})
		.from(ownerships)
		.innerJoin(owners, eq(owners.id, ownerships.ownerId))
		.where(and(eq(ownerships.propertyId, id), eq(owners.ags, house.ags)))
		.orderBy(asc(isNotNull(ownerships.until)), asc(ownerships.rank), asc(owners.name));
	const causes = await ctx.db
		.select()
		.from(vacancyReasons)
		.where(eq(vacancyReasons.propertyId, id))
		.orderBy(asc(vacancyReasons.recordedAt));
	const letters = await ctx.db
		.select({
			id: ownerRecipients.id,
			campaignId: ownerCampaigns.id,
			name: ownerCampaigns.name,
			state: ownerRecipients.state,
			sentOn: ownerRecipients.sentOn
		})
		.from(ownerRecipients)
		.innerJoin(ownerCampaigns, eq(ownerCampaigns.id, ownerRecipients.campaignId))
		.where(eq(ownerRecipients.propertyId, id))
		.orderBy(desc(ownerCampaigns.updatedAt));
	const today = dayOf(ctx.now);
	return { house, held, causes, letters, costs: costsOf(house, { today, typed }), usualPurge: yearsAfter(today, usualYears), today };
}

/** Owners that the municipality knows already, to choose from for another house. Throws 404. */
export async function listKnownOwners(ctx: Ctx, propertyId: string): Promise<Record<string, string>> {
	const house = await enterHouse(ctx, propertyId);
	const rows = await ctx.db
		.select({ id: owners.id, name: owners.name, city: owners.city })
		.from(owners)
		.where(eq(owners.ags, house.ags))
		.orderBy(asc(owners.name))
		.limit(500);
	return Object.fromEntries(rows.map(({ id, name, city }) => [id, city ? `${name}, ${city}` : name]));
}
