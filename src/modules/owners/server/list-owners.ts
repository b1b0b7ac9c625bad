import { dayOf } from '#lib/calendar.ts';
import { and, asc, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { whole } from './internal/figures.ts';
import { enterTown } from './internal/town.ts';
import { owners, ownerships } from './tables.ts';

const pageSize = 50;

/** The owners that a municipality keeps, by name or place; `blocked`: only those who want to be left alone. Throws 404. */
export async function listOwners(
	ctx: Ctx,
	{ ags, q, blocked = false, page = 1 }: { ags: string; q?: string; blocked?: boolean; page?: number }
) {
	await enterTown(ctx, ags, { reads: 'Liste' });
	const like = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
	const said = sql`concat_ws(' ', ${owners.name}, ${owners.representative}, ${owners.street}, ${owners.postalCode}, ${owners.city})`;
	const where = and(
		eq(owners.ags, ags),
		like ? sql`fold_german(${said}) like fold_german(${like})` : undefined,
		blocked ? isNotNull(owners.doNotContactAt) : undefined
	);
	const items = await ctx.db
		.select({
			...{ id: owners.id, name: owners.name, representative: owners.representative, kind: owners.kind, city: owners.city },
			...{ doNotContactAt: owners.doNotContactAt, noticeSentOn: owners.noticeSentOn, purgeOn: owners.purgeOn },
			houses: sql<number>`(select count(distinct o.property_id)::int from ${ownerships} o where o.owner_id = ${whole(owners.id)} and o.until is null)`
		})
		.from(owners)
		.where(where)
		.orderBy(asc(sql`fold_german(${owners.name})`), asc(owners.id))
		.limit(pageSize)
		.offset((page - 1) * pageSize);
	const total = await ctx.db.$count(owners, where);
	return { items, total, pages: Math.ceil(total / pageSize), duties: await countDuties(ctx, ags) };
}

/** What is owed: notices of Art. 14 that are a month old, and what is deleted within a month. */
async function countDuties(ctx: Ctx, ags: string): Promise<{ notices: number; purges: number }> {
	const inDays = (days: number) => dayOf(new Date(ctx.now.getTime() + days * 86_400_000));
	const ofTown = eq(owners.ags, ags);
	const notices = await ctx.db.$count(owners, and(ofTown, isNull(owners.noticeSentOn), lte(owners.knownSince, inDays(-21))));
	const purges = await ctx.db.$count(owners, and(ofTown, or(lte(owners.purgeOn, inDays(30)))));
	return { notices, purges };
}
