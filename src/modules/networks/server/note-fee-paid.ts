import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import type { Ctx } from '#modules/people/actor.ts';
import { memberships } from './tables.ts';

/** Notes at a membership that its fee was paid, or no longer is. Takes what an event of an invoice tells; those of other causes pass by. */
export async function noteFeePaid(ctx: Ctx, told: { causeKind?: unknown; causeId?: unknown; isPaid: boolean }): Promise<void> {
	if (told.causeKind !== 'membership_fee' || !isUuid(told.causeId)) return;
	await ctx.db
		.update(memberships)
		.set({ feePaidOn: told.isPaid ? dayOf(ctx.now) : null, updatedAt: ctx.now })
		.where(eq(memberships.id, String(told.causeId)));
}
