import { count, max, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { procedureAreas, procedureEligibility, procedureLeaves, procedureTrials } from '../tables.ts';

type Ordered = typeof procedureAreas | typeof procedureEligibility | typeof procedureLeaves | typeof procedureTrials;

/** The place after the last one, and how many there are. */
export async function lastPosition({ db }: Pick<Ctx, 'db'>, table: Ordered, of: SQL): Promise<{ position: number; count: number }> {
	const [last] = await db
		.select({ position: max(table.position), count: count() })
		.from(table)
		.where(of);
	return { position: (last?.position ?? 0) + 1, count: last?.count ?? 0 };
}
