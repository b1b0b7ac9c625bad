import { desc, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Frozen } from '../frozen.ts';
import { procedureCalls } from './tables.ts';

export type PublishedCall = { version: number; frozen: Frozen; hash: string; at: Date };

/** The call as it is in force: the last version published. The caller has asked who reads. Throws 404 where nothing was published. */
export async function loadFrozen(ctx: Pick<Ctx, 'db'>, procedureId: string): Promise<PublishedCall> {
	const { version, frozen, hash, at } = procedureCalls;
	const [call] = await ctx.db
		.select({ version, frozen, hash, at })
		.from(procedureCalls)
		.where(eq(procedureCalls.procedureId, procedureId))
		.orderBy(desc(procedureCalls.version))
		.limit(1);
	if (!call) throw notFound();
	return call;
}
