import { eq } from 'drizzle-orm';
import { forbidden } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayRunPlaces } from '../policy.ts';
import { applicationFor } from './internal/application-for.ts';
import { placeApplications } from './tables.ts';

/** What the office notes about an application, for itself: neither the group nor the jury reads it. */
export async function saveOfficeNote(ctx: Ctx, { id, officeNote }: { id: string; officeNote?: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const { standing } = await applicationFor({ ...ctx, db }, id, 'edit');
		if (!mayRunPlaces(ctx.actor, standing)) throw forbidden('Das ist Sache des Netzwerkbüros.');
		await db
			.update(placeApplications)
			.set({ officeNote: officeNote ?? null })
			.where(eq(placeApplications.id, id));
	});
}
