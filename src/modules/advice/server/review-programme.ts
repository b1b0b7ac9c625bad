import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { forbidden, notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { hasPassed } from '../programme.ts';
import { fundingProgrammes } from './tables.ts';

/** "Stimmt noch": somebody has looked at the source today and found nothing new. A deadline that is over cannot still be right. */
export async function reviewProgramme(ctx: Ctx, id: string): Promise<void> {
	if (!mayKeepProgrammes(ctx.actor)) throw forbidden();
	await ctx.db.transaction(async (db) => {
		const [programme] = await db.select().from(fundingProgrammes).where(eq(fundingProgrammes.id, id)).for('update');
		if (!programme) throw notFound();
		const today = dayOf(ctx.now);
		if (hasPassed(programme, today))
			throw refused(
				'deadline-passed',
				'Der eingetragene Stichtag ist vorbei. Bitte unter „Ändern“ den nächsten eintragen oder herausnehmen.'
			);
		await db
			.update(fundingProgrammes)
			.set({ reviewedOn: today, reviewedBy: ctx.actor?.id ?? null, updatedAt: ctx.now })
			.where(eq(fundingProgrammes.id, id));
		await recordEvent({ ...ctx, db }, 'programme.reviewed', { subjectId: id });
	});
}
