import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { AttitudeInput } from '../forms.ts';
import { ownershipFor } from './internal/owner-for.ts';
import { tell } from './internal/town.ts';
import { ownerships } from './tables.ts';

/** What an owner wants with a house, how we know, and since when; without a day it is today's. Throws 404. */
export async function recordAttitude(ctx: Ctx, { id, input }: { id: string; input: AttitudeInput }): Promise<void> {
	const { owner } = await ownershipFor(ctx, id);
	const isKnown = input.attitude !== 'not_reached';
	const attitudeOn = isKnown ? (input.attitudeOn ?? dayOf(ctx.now)) : null;
	await ctx.db.transaction(async (db) => {
		await db
			.update(ownerships)
			.set({ ...input, attitudeOn, attitudeSource: isKnown ? input.attitudeSource : null, updatedAt: ctx.now })
			.where(eq(ownerships.id, id));
		await tell({ ...ctx, db }, owner.ags, { kind: 'owner.attitude_recorded' });
	});
}
