import { and, eq } from 'drizzle-orm';
import { forbidden, notFound } from '#lib/refusal.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { mayKeepOffers } from '../policy.ts';
import { adviceExperts } from './tables.ts';

/** Takes somebody out of the directory for good, name and consent. */
export async function removeExpert(ctx: Ctx, organisationId: string, expertId: string): Promise<void> {
	const { id: of } = await findOrganisation(ctx, organisationId);
	if (!mayKeepOffers(ctx.actor, of)) throw forbidden();
	await ctx.db.transaction(async (db) => {
		const gone = await db
			.delete(adviceExperts)
			.where(and(eq(adviceExperts.id, expertId), eq(adviceExperts.organisationId, of)))
			.returning({ id: adviceExperts.id });
		if (!gone.length) throw notFound();
		await recordEvent({ ...ctx, db }, 'advice-expert.removed', { subjectId: expertId });
	});
}
