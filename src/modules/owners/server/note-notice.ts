import { dayOf } from '#lib/calendar.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { ownerFor } from './internal/owner-for.ts';
import { tell } from './internal/town.ts';
import { owners } from './tables.ts';

/** The notice of Art. 14 GDPR is in the post. The first day counts. Throws 404. */
export async function noteNotice(ctx: Ctx, id: string): Promise<void> {
	const owner = await ownerFor(ctx, id);
	await ctx.db.transaction(async (db) => {
		const day = dayOf(ctx.now);
		await db
			.update(owners)
			.set({ noticeSentOn: day, updatedAt: ctx.now })
			.where(and(eq(owners.id, id), isNull(owners.noticeSentOn)));
		await tell({ ...ctx, db }, owner.ags, { kind: 'owner.notice_sent' });
	});
}
