import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { germanDay } from '#lib/text/german.ts';
import { ownerFor } from './internal/owner-for.ts';
import { tell } from './internal/town.ts';
import { owners } from './tables.ts';

/** An owner may be written to again, because they said so; the reason stays in the note. Letters that were held back are not sent by that. Throws 404 and 409. */
export async function unblockOwner(ctx: Ctx, { id, reason }: { id: string; reason: string }): Promise<void> {
	const owner = await ownerFor(ctx, id);
	if (!owner.doNotContactAt) throw refused('not-blocked', 'Diese Person darf angeschrieben werden: Es gibt nichts aufzuheben.');
	const said = `Kontaktsperre aufgehoben am ${germanDay(dayOf(ctx.now))}: ${reason}`;
	await ctx.db.transaction(async (db) => {
		const note = [owner.note, said].filter(Boolean).join('\n').slice(-2000);
		await db.update(owners).set({ doNotContactAt: null, doNotContactReason: null, note, updatedAt: ctx.now }).where(eq(owners.id, id));
		await tell({ ...ctx, db }, owner.ags, { kind: 'owner.unblocked' });
	});
}
