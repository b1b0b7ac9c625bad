import { eq } from 'drizzle-orm';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { notFound } from '#lib/refusal.ts';
import type { Sender } from '../letter.ts';
import { enterTown } from './internal/town.ts';
import { ownerSenders } from './tables.ts';

export type TownSender = { ags: string; town: string; sender: Sender | null };

/** How a municipality signs, or that it has not said so yet. Throws 404. */
export async function findSender(ctx: Ctx, ags: string): Promise<TownSender> {
	await enterTown(ctx, ags);
	const [row] = await ctx.db
		.select({ town: municipalities.nameShort, sender: ownerSenders })
		.from(municipalities)
		.leftJoin(ownerSenders, eq(ownerSenders.ags, municipalities.ags))
		.where(eq(municipalities.ags, ags));
	if (!row) throw notFound();
	return { ags, ...row };
}
