import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound, refused } from '#lib/refusal.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { ExpertInput } from '../forms.ts';
import { mayKeepOffers } from '../policy.ts';
import { checkRegion } from './internal/check-region.ts';
import { adviceExperts } from './tables.ts';

const most = 60;

/** Adds somebody who knows or changes them (`expertId`). Named to the public only with their recorded consent. Returns the id. */
export async function saveExpert(ctx: Ctx, organisationId: string, { expertId, released, ...input }: ExpertInput): Promise<string> {
	const { id: of } = await findOrganisation(ctx, organisationId);
	if (!mayKeepOffers(ctx.actor, of)) throw forbidden();
	await checkRegion(ctx, input);
	return ctx.db.transaction(async (db) => {
		const own = await db.select().from(adviceExperts).where(eq(adviceExperts.organisationId, of)).for('update');
		const before = own.find(({ id }) => id === expertId);
		if (expertId && !before) throw notFound();
		if (!before && own.length >= most) throw refused('too-many', `${most} Personen genügen. Bitte zuerst jemanden herausnehmen.`);
		const id = before?.id ?? newId();
		const row = {
			...{ ...input, consent: input.consent ?? null },
			...{ releasedAt: released ? (before?.releasedAt ?? ctx.now) : null, updatedAt: ctx.now }
		};
		if (before) await db.update(adviceExperts).set(row).where(eq(adviceExperts.id, id));
		else await db.insert(adviceExperts).values({ id, organisationId: of, ...row, createdAt: ctx.now, createdBy: ctx.actor?.id });
		await recordEvent({ ...ctx, db }, 'advice-expert.saved', { subjectId: id, data: { released } });
		return id;
	});
}
