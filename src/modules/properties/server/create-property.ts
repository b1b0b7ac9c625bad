import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, refused, unauthenticated } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { PropertyInput } from '../forms.ts';
import { mayRecord } from '../policy.ts';
import { propertyValues, provenanceOf } from '../to-property.ts';
import { nextReferences } from './next-references.ts';
import { properties, propertySteps } from './tables.ts';

type NewProperty = { ags: string; input: PropertyInput; fromReport?: string };

/** Where a house's knowledge comes from, and where its way begins. */
const beginnings = {
	office: { source: 'office', state: 'recorded' },
	owner: { source: 'owner', state: 'reported' },
	report: { source: 'citizen', state: 'under_review' }
} as const;

export type Created = { id: string; reference: string };

/**
 * Records a building for a municipality. The municipality's people record as the office; anybody else records what is their own, becomes its owner
 * and waits for the office's look ("gemeldet"). `fromReport`: the municipality takes in what somebody reported, and says so; it stays in review.
 * Throws 403, or 422 when the municipality is unknown.
 */
export async function createProperty(ctx: Ctx, { ags, input, fromReport }: NewProperty): Promise<Created> {
	if (!ctx.actor) throw unauthenticated();
	const byOffice = isEditorOf(ctx.actor, ags);
	const ownerPersonId = byOffice ? null : ctx.actor.id;
	if (!mayRecord(ctx.actor, { ags, ownerPersonId }) || (fromReport && !byOffice)) throw forbidden();
	const [town] = await ctx.db.select({ name: municipalities.nameShort }).from(municipalities).where(eq(municipalities.ags, ags));
	if (!town)
		throw refused('municipality-unknown', 'Diese Kommune steht nicht im Gemeindeverzeichnis. Bitte Ort oder Nadel prüfen.', 'city');
	const { source, state } = beginnings[fromReport ? 'report' : byOffice ? 'office' : 'owner'];
	const id = newId();
	const step = { machine: 'lifecycle', reason: fromReport, at: ctx.now, byPersonId: ctx.actor.id } as const;
	return ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const [reference = ''] = await nextReferences(within, { ags, count: 1 });
		await db.insert(properties).values({
			...propertyValues(input, town.name),
			id,
			ags,
			reference,
			source,
			ownerPersonId,
			isMunicipal: byOffice && input.isMunicipal,
			lifecycleState: state,
			provenance: provenanceOf(input, { source, asOf: ctx.now }),
			lastConfirmedAt: ctx.now,
			confirmedBy: source,
			createdAt: ctx.now,
			createdBy: ctx.actor?.id,
			updatedAt: ctx.now,
			updatedBy: ctx.actor?.id
		});
		await db.insert(propertySteps).values({ ...step, id: newId(), propertyId: id, from: 'new', to: state });
		await recordEvent(within, 'space.recorded', { subjectId: id, data: { spaceId: id, ags } });
		return { id, reference };
	});
}
