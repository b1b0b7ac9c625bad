import type { Ctx } from '#modules/people/actor.ts';
import type { Grant } from '../../grant.ts';
import { procedureGrants } from '../grant-tables.ts';

/** Puts the terms of a room grant down, in the transaction of the caller, who has asked who may. */
export async function keepGrant(ctx: Pick<Ctx, 'db'>, procedureId: string, grant: Grant): Promise<void> {
	await ctx.db
		.insert(procedureGrants)
		.values({ procedureId, ...grant })
		.onConflictDoUpdate({ target: procedureGrants.procedureId, set: grant });
}
