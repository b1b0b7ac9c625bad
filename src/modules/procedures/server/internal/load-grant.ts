import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Grant } from '../../grant.ts';
import { procedureGrants } from '../grant-tables.ts';

/** The terms of a room grant, as far as somebody has written them. The caller has asked who reads. */
export async function loadGrant({ db }: Pick<Ctx, 'db'>, procedureId: string): Promise<Grant | null> {
	const { fromDay, untilDay, counterPerformance } = procedureGrants;
	const [grant] = await db
		.select({ fromDay, untilDay, counterPerformance })
		.from(procedureGrants)
		.where(eq(procedureGrants.procedureId, procedureId));
	return grant ?? null;
}
