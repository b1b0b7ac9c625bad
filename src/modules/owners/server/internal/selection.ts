import { dayOf } from '#lib/calendar.ts';
import { and, eq, gte, inArray, isNull, lte, ne, notInArray, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { LifecycleState, PropertyType } from '#modules/properties/vocabulary.ts';
import { monthsBetween, whyExcluded, type Selection } from '../../campaign.ts';
import { addressLines, yearsAfter } from '../../owner.ts';
import type { Exclusion } from '../../vocabulary.ts';
import { ownerCampaigns, ownerRecipients, owners, ownerships, vacancyReasons } from '../tables.ts';

const over: LifecycleState[] = ['archived', 'demolished', 'discarded', 'reused'];

/** The houses that a selection means, as a condition on the register. */
export function housesOf(ctx: Ctx, ags: string, { lifecycle, kinds, reasons, vacantYears }: Selection): SQL | undefined {
	const since = vacantYears === null ? null : yearsAfter(dayOf(ctx.now), -vacantYears);
	const caused = ctx.db.select({ id: vacancyReasons.propertyId }).from(vacancyReasons).where(inArray(vacancyReasons.cause, reasons));
	return and(
		eq(properties.ags, ags),
		eq(properties.isMunicipal, false),
		lifecycle.length ? inArray(properties.lifecycleState, lifecycle as LifecycleState[]) : notInArray(properties.lifecycleState, over),
		kinds.length ? inArray(properties.propertyType, kinds as PropertyType[]) : undefined,
		reasons.length ? inArray(properties.id, caused) : undefined,
		since ? lte(properties.vacantSince, since) : undefined
	);
}

export type Chosen = { ownerId: string; propertyId: string; exclusion: Exclusion | null };

/** Six months before today, as an ISO day. */
const quietSince = (now: Date): string => {
	const day = new Date(now);
	day.setUTCMonth(day.getUTCMonth() - monthsBetween);
	return dayOf(day);
};

/** Everybody whom a selection means, one entry per owner and house, in the order of the register, with why somebody gets no letter. */
export async function choose(ctx: Ctx, ags: string, selection: Selection): Promise<Chosen[]> {
	const lastSent = ctx.db
		.select({ ownerId: ownerRecipients.ownerId, on: sql<string>`max(${ownerRecipients.sentOn})::text`.as('last_on') })
		.from(ownerRecipients)
		.where(gte(ownerRecipients.sentOn, quietSince(ctx.now)))
		.groupBy(ownerRecipients.ownerId)
		.as('last_sent');
	const { attitudes } = selection;
	const rows = await ctx.db
		.select({ owner: owners, propertyId: ownerships.propertyId, rank: ownerships.rank, lastSentOn: lastSent.on })
		.from(ownerships)
		.innerJoin(owners, eq(owners.id, ownerships.ownerId))
		.innerJoin(properties, eq(properties.id, ownerships.propertyId))
		.leftJoin(lastSent, eq(lastSent.ownerId, owners.id))
		.where(
			and(
				housesOf(ctx, ags, selection),
				eq(owners.ags, ags),
				isNull(ownerships.until),
				ne(ownerships.rank, 'former'),
				ne(owners.kind, 'municipality'),
				attitudes.length ? inArray(ownerships.attitude, attitudes) : undefined
			)
		)
		.orderBy(
			properties.reference,
			sql`array_position(array['deceased','disputed','primary','secondary'], ${ownerships.rank})`,
			owners.name
		);
	const chosen = new Map<string, Chosen>();
	for (const { owner, propertyId, rank, lastSentOn } of rows) {
		const key = `${owner.id} ${propertyId}`;
		if (chosen.has(key)) continue;
		const hasAddress = addressLines(owner).length > 0 && owner.addressTroubleOn === null;
		const candidate = { doNotContactAt: owner.doNotContactAt, rank, hasAddress, lastSentOn };
		chosen.set(key, {
			ownerId: owner.id,
			propertyId,
			exclusion: whyExcluded(candidate, selection.includeRecent ? null : quietSince(ctx.now))
		});
	}
	return [...chosen.values()];
}

/** How many houses a selection means, and of how many of them nobody knows the owner. */
export async function countHouses(ctx: Ctx, ags: string, selection: Selection): Promise<{ houses: number; unknown: number }> {
	const known = ctx.db
		.select({ id: ownerships.propertyId })
		.from(ownerships)
		.innerJoin(owners, eq(owners.id, ownerships.ownerId))
		.where(and(eq(owners.ags, ags), isNull(ownerships.until), ne(ownerships.rank, 'former')));
	const condition = housesOf(ctx, ags, selection);
	const houses = await ctx.db.$count(properties, condition);
	const unknown = await ctx.db.$count(properties, and(condition, notInArray(properties.id, known)));
	return { houses, unknown };
}

export type CampaignRow = typeof ownerCampaigns.$inferSelect;
