import { forbidden, refused } from '#lib/refusal.ts';
import { locatePoint } from '#modules/organisations/server/locate-point.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PropertyInput } from '../../forms.ts';
import { mayMoveTo } from '../../policy.ts';
import type { Property } from '../../to-space.ts';
import { nextReferences } from '../next-references.ts';

type Moved = Pick<Property, 'ags' | 'reference' | 'externalId'>;

/**
 * What changes when another municipality is to look after a house, because it stands there: a new reference, and the number of the old list goes.
 * Call it inside the transaction. Throws 403, or 409 when the pin lies elsewhere still.
 */
export async function moveToTown(
	ctx: Ctx,
	{ before, ags, input }: { before: Property; ags: string | undefined; input: PropertyInput }
): Promise<Moved | null> {
	if (!ags || ags === before.ags) return null;
	if (!mayMoveTo(ctx.actor, before, ags)) throw forbidden();
	const inside = input.lat === undefined || input.lon === undefined ? null : await locatePoint(ctx, { lat: input.lat, lon: input.lon });
	if (inside && inside.ags !== ags)
		throw refused('elsewhere', 'Die Nadel liegt nicht in dieser Kommune. Bitte die Lage noch einmal ansehen und erneut speichern.', 'lat');
	const [reference = ''] = await nextReferences(ctx, { ags, count: 1 });
	return { ags, reference, externalId: null };
}
