import type { Ctx } from '#modules/people/actor.ts';
import type { SenderInput } from '../forms.ts';
import { enterTown, tell } from './internal/town.ts';
import { ownerSenders } from './tables.ts';

/** How a municipality signs what it writes to owners. Throws 404. */
export async function saveSender(ctx: Ctx, { ags, input }: { ags: string; input: SenderInput }): Promise<void> {
	await enterTown(ctx, ags);
	const row = { ...input, updatedAt: ctx.now };
	await ctx.db.transaction(async (db) => {
		await db
			.insert(ownerSenders)
			.values({ ags, ...row })
			.onConflictDoUpdate({ target: ownerSenders.ags, set: row });
		await tell({ ...ctx, db }, ags, { kind: 'owners.sender_saved' });
	});
}
