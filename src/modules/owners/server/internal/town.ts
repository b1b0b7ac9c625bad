import { notFound } from '#lib/refusal.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import type { Property } from '#modules/properties/to-space.ts';
import { actsForTown, mayKeepOwners } from '../../policy.ts';

/** Writes into the history of a municipality what was done with its owners, without a word about them. */
export async function tell(ctx: Ctx, ags: string, { kind, about }: { kind: string; about?: Record<string, unknown> }): Promise<void> {
	const subjectId = await ensureMunicipalityOrganisation(ctx, ags);
	await recordEvent(ctx, kind, { subjectId, data: { after: about ?? {}, ...(actsForTown(ctx.actor, ags) && { onBehalf: true }) } });
}

/** Only the editors of that municipality go on; for everybody else nothing is there. Whoever reads in their place leaves a trace. Throws 404. */
export async function enterTown(ctx: Ctx, ags: string, { reads }: { reads?: string } = {}): Promise<void> {
	if (!mayKeepOwners(ctx.actor, ags)) throw notFound();
	if (reads && actsForTown(ctx.actor, ags)) await tell(ctx, ags, { kind: 'owners.read', about: { page: reads } });
}

/** A house for whoever keeps its owners. Throws 404. */
export async function enterHouse(ctx: Ctx, id: string, { reads }: { reads?: string } = {}): Promise<Property> {
	const house = await findProperty(ctx, id);
	await enterTown(ctx, house.ags, { reads });
	return house;
}
