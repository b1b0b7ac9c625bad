import { dayOf } from '#lib/calendar.ts';
import { and, asc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotWrite } from '../owner.ts';
import { owners, ownerships } from './tables.ts';

/** An owner of a house, for one mail. Nothing of it is kept where it is used but the id. */
export type MailableOwner = { propertyId: string; ownerId: string; email: string };

/**
 * Who of the owners of these houses may be asked by mail, for each the one at the first place: not who asked to be left alone, not whose data are past their
 * day, not who would rather be spoken to in another way. They stay as they are until the transaction ends.
 */
export async function listMailableOwners(ctx: Pick<Ctx, 'db' | 'now'>, propertyIds: string[]): Promise<MailableOwner[]> {
	if (!propertyIds.length) return [];
	const { propertyId, ownerId, rank, until, right } = ownerships;
	const rows = await ctx.db
		.select({ propertyId, ownerId, email: owners.email, doNotContactAt: owners.doNotContactAt })
		.from(ownerships)
		.innerJoin(owners, eq(owners.id, ownerId))
		.where(
			and(
				...[
					inArray(propertyId, propertyIds),
					eq(rank, 'primary'),
					inArray(right, ['ownership', 'heritable_building_right']),
					isNull(until)
				],
				...[isNotNull(owners.email), inArray(owners.preferredChannel, ['mail', 'unknown'])],
				gt(owners.purgeOn, dayOf(ctx.now))
			)
		)
		.orderBy(asc(owners.id))
		.for('share', { of: owners });
	const found = new Map<string, MailableOwner>();
	for (const { email, doNotContactAt, ...row } of rows)
		if (email && !whyNotWrite({ doNotContactAt })) found.set(row.propertyId, { ...row, email });
	return [...found.values()];
}
