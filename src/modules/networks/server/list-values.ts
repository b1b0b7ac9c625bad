import { desc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { mayLookInside } from '../policy.ts';
import { networkFor } from './internal/network-for.ts';
import { networkValues } from './tables.ts';

/** Every version of the values, newest first, for those who work in the network. */
export async function listValues(ctx: Ctx, slug: string) {
	const { network } = await networkFor(ctx, slug, mayLookInside);
	const { version, text, change, createdAt } = networkValues;
	return ctx.db
		.select({ version, text, change, createdAt })
		.from(networkValues)
		.where(eq(networkValues.networkId, network.id))
		.orderBy(desc(version));
}
