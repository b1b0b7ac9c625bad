import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { leaveAlone } from './internal/leave-alone.ts';
import { tell } from './internal/town.ts';
import { owners } from './tables.ts';

/** An owner said with the link of their mail that they want to be left alone. A second time changes nothing. Part of a command that knows whose link it is. */
export async function leaveOwnerAlone(ctx: Ctx, ownerId: string): Promise<void> {
	const [owner] = await ctx.db.select({ ags: owners.ags }).from(owners).where(eq(owners.id, ownerId));
	if (!owner) return;
	const isNew = await leaveAlone(ctx, ownerId, 'Hat mit dem Link einer Mail gebeten, nicht mehr gefragt zu werden.');
	if (isNew) await tell({ ...ctx, actor: null }, owner.ags, { kind: 'owner.blocked' });
}
