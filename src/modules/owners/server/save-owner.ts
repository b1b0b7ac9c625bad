import { dayOf } from '#lib/calendar.ts';
import { and, eq, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { OwnerInput } from '../forms.ts';
import { addressLines, whyNotPurgeOn } from '../owner.ts';
import { ownerFor } from './internal/owner-for.ts';
import { tell } from './internal/town.ts';
import { owners } from './tables.ts';

/** Changes what is kept about an owner; a new address is a new chance for letters. `version`: the one that was read. Throws 404, 409 and 422. */
export async function saveOwner(ctx: Ctx, { id, version, input }: { id: string; version: number; input: OwnerInput }): Promise<void> {
	const before = await ownerFor(ctx, id);
	const why = whyNotPurgeOn(input.purgeOn, dayOf(ctx.now));
	if (why) throw refused(why.code, why.message, why.field);
	const isMoved = addressLines(before).join('\n') !== addressLines(input).join('\n');
	await ctx.db.transaction(async (db) => {
		const [row] = await db
			.update(owners)
			.set({ ...input, ...(isMoved && { addressTroubleOn: null }), version: sql`${owners.version} + 1`, updatedAt: ctx.now })
			.where(and(eq(owners.id, id), eq(owners.version, version)))
			.returning({ id: owners.id });
		if (!row)
			throw refused(
				'changed-meanwhile',
				'Jemand hat diese Angaben inzwischen geändert. Ihre stehen noch da; bitte vergleichen und erneut speichern.'
			);
		await tell({ ...ctx, db }, before.ags, { kind: 'owner.saved' });
	});
}
