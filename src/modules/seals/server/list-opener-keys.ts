import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { openerKeys } from './tables.ts';

export type OpenerKey = { personId: string; recipient: string; createdAt: Date; triedAt: Date | null };

/** The public halves that openers of one subject have made. The caller has asked who reads. */
export async function listOpenerKeys(ctx: Pick<Ctx, 'db'>, subjectId: string): Promise<OpenerKey[]> {
	const { personId, recipient, createdAt, triedAt } = openerKeys;
	return ctx.db
		.select({ personId, recipient, createdAt, triedAt })
		.from(openerKeys)
		.where(eq(openerKeys.subjectId, subjectId))
		.orderBy(openerKeys.createdAt, openerKeys.id);
}
