import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, refused } from '#lib/refusal.ts';
import { openCase } from '#modules/cases/server/open-case.ts';
import { saveParty } from '#modules/cases/server/save-party.ts';
import { isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { InterestStepInput } from '../forms.ts';
import { interestSteps, whyNotInterestStep } from '../stop.ts';
import { tourAtDesk, type DeskTour } from './internal/tour-for.ts';
import { tourInterests, tourStops } from './tables.ts';

type Interest = typeof tourInterests.$inferSelect & { propertyId: string | null; house: string | null };

async function lockInterest(ctx: Ctx, viewingId: string, id: string): Promise<Interest> {
	const [row] = isUuid(id)
		? await ctx.db
				.select({ one: tourInterests, propertyId: tourStops.propertyId, house: properties.title })
				.from(tourInterests)
				.innerJoin(tourStops, eq(tourStops.id, tourInterests.stopId))
				.leftJoin(properties, eq(properties.id, tourStops.propertyId))
				.where(and(eq(tourInterests.id, id), eq(tourStops.viewingId, viewingId)))
				.for('update', { of: tourInterests })
		: [];
	if (!row) throw notFound('Dieses Interesse gibt es nicht mehr.');
	return { ...row.one, propertyId: row.propertyId, house: row.house };
}

/** The case in which it goes on: one that is open already, or a new one about the house. */
async function caseFor(
	ctx: Ctx,
	{ viewing, organisation, case: { organisationId } }: DeskTour,
	{ interest, caseId }: { interest: Interest; caseId?: string }
) {
	const { name, email, text, propertyId, house } = interest;
	const access = email ? 'shared' : 'none';
	if (caseId) {
		await saveParty(ctx, { id: caseId, input: { name, email: email ?? undefined, role: 'seeker', access } });
		return caseId;
	}
	const isOwn = isEditorOf(ctx.actor, organisation.ags ?? '');
	const { id } = await openCase(ctx, {
		...{ of: organisationId, origin: 'event', topic: 'spaces', title: `Nach dem Leerstandsspaziergang: ${house ?? ''}`.slice(0, 160) },
		...{ summary: `Bei „${viewing.title}“ hat sich jemand für dieses Haus interessiert.`, internalNote: text || undefined },
		...{ partyName: name, partyEmail: email ?? undefined, partyRole: 'seeker', partyAccess: access },
		...(isOwn && propertyId && { space: propertyId })
	});
	return id;
}

/**
 * What becomes of somebody's interest: a case about the house, a part in one that is open, or nothing more. Returns the case. The person hears of it
 * where an address is known. Throws 404, 409.
 */
export async function stepInterest(
	ctx: Ctx,
	{ viewingId, input: { interestId, step, caseId } }: { viewingId: string; input: InterestStepInput }
): Promise<string | null> {
	await tourAtDesk(ctx, viewingId);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const desk = await tourAtDesk(inside, viewingId);
		const interest = await lockInterest(inside, viewingId, interestId);
		const not = whyNotInterestStep({ state: interest.state, step });
		if (not) throw refused(not.code, not.message);
		const became = step === 'follow' ? await caseFor(inside, desk, { interest, caseId }) : null;
		const { to } = interestSteps[step];
		await db.update(tourInterests).set({ state: to, caseId: became }).where(eq(tourInterests.id, interestId));
		await recordEvent(inside, 'tour.interest_stepped', { subjectId: interestId, data: { from: interest.state, to, case: became } });
		return became;
	});
}
