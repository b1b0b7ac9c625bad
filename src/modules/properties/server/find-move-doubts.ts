import { eq } from 'drizzle-orm';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PropertyInput } from '../forms.ts';
import type { Typed } from '../typed.ts';
import { mayMoveTo } from '../policy.ts';
import { isMoved, sourceOfPoint } from '../moved.ts';
import { findNearby, type Nearby } from './find-nearby.ts';
import { findProperty } from './find-property.ts';
import { locateHouse } from './locate-house.ts';

/** What speaks against a new address or point: houses that may be the same one, and German sentences about what does not agree. */
export type MoveDoubts = {
	twins: Nearby[];
	warnings: string[];
	/** The municipality across the border, and whether this person may hand the house over to it. */
	elsewhere: { ags: string; town: string; may: boolean } | null;
};

const typedPlace = ({ street, houseNumber, postalCode, city, district, lat, lon }: PropertyInput): Typed =>
	Object.fromEntries(
		Object.entries({ street, houseNumber, postalCode, city, district, lat, lon }).map(([name, value]) => [name, String(value ?? '')])
	);

/** Looks before a changed address or point is saved, as the steps of recording do. Null when neither changed or nothing speaks against it. */
export async function findMoveDoubts(
	ctx: Ctx,
	{ id, input, geocoderUrl }: { id: string; input: PropertyInput; geocoderUrl?: string }
): Promise<MoveDoubts | null> {
	const before = await findProperty(ctx, id);
	if (!isMoved(before, input)) return null;
	const twins = await findNearby(ctx, { ...input, id, ags: before.ags, locationSource: sourceOfPoint(before, input) });
	const place = await locateHouse(ctx, typedPlace(input), { geocoderUrl });
	const warnings = [...(place?.warnings ?? [])];
	const elsewhere =
		place && place.ags !== before.ags ? { ags: place.ags, town: place.town, may: mayMoveTo(ctx.actor, before, place.ags) } : null;
	if (elsewhere) {
		const [town] = await ctx.db.select({ name: municipalities.nameShort }).from(municipalities).where(eq(municipalities.ags, before.ags));
		const where = `Das Haus steht damit in ${elsewhere.town}, geführt wird es bei ${town?.name ?? 'einer anderen Kommune'}.`;
		const advice = elsewhere.may
			? 'Stimmt die Lage, wählen Sie unten, wer es führen soll.'
			: 'Abgeben kann es, wer für beide Kommunen einträgt; sonst hilft die Administration. Prüfen Sie zuerst, ob die Nadel stimmt.';
		warnings.push(`${where} ${advice}`);
	}
	return twins.length || warnings.length ? { twins, warnings, elsewhere } : null;
}
