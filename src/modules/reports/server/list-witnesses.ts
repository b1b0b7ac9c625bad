import { and, desc, inArray, isNotNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { reports } from './tables.ts';

/** Somebody who saw that a house stands empty and agreed to be asked again. */
export type Witness = { propertyId: string; reportId: string; email: string };

/** Who may be asked about these houses, for each the one who reported last. Only who left an address, said yes, and whose report became or joined the house. */
export async function listWitnesses(ctx: Pick<Ctx, 'db'>, propertyIds: string[]): Promise<Witness[]> {
	if (!propertyIds.length) return [];
	const rows = await ctx.db
		.select({ propertyId: reports.propertyId, reportId: reports.id, email: reports.reporterEmail })
		.from(reports)
		.where(
			and(
				inArray(reports.propertyId, propertyIds),
				inArray(reports.state, ['accepted', 'joined']),
				isNotNull(reports.reporterEmail),
				isNotNull(reports.askLaterAt)
			)
		)
		.orderBy(desc(reports.sentAt), desc(reports.id));
	const found = new Map<string, Witness>();
	for (const { propertyId, reportId, email } of rows)
		if (propertyId && email && !found.has(propertyId)) found.set(propertyId, { propertyId, reportId, email });
	return [...found.values()];
}
