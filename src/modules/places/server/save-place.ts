import { and, eq } from 'drizzle-orm';
import { Refusal, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { offersOf, type PlaceInput } from '../forms.ts';
import type { PlaceProfile } from '../place.ts';
import { mayEditPlace } from '../policy.ts';
import { placeFor } from './internal/place-for.ts';
import { townOf } from './internal/town-of.ts';
import { places } from './tables.ts';

/** A house of the register, by the address word of its public page; only one that everybody can see, in the municipality of the place. */
async function houseOf(ctx: Pick<Ctx, 'db'>, { house, ags }: { house: string | undefined; ags: string }): Promise<string | null> {
	if (!house) return null;
	const [space] = await ctx.db
		.select({ id: spaces.id })
		.from(spaces)
		.where(and(eq(spaces.slug, house), eq(spaces.ags, ags)));
	if (!space) throw refused('no-such-house', 'Dieses Haus steht nicht öffentlich im Register dieser Kommune.', 'house');
	return space.id;
}

const profileFrom = (input: PlaceInput): PlaceProfile => ({
	...{ summary: input.summary ?? '', projectText: input.projectText ?? '', locationText: input.locationText ?? '' },
	...{ infrastructure: input.infrastructure, offers: offersOf(input), foundingHistory: input.foundingHistory ?? '' },
	...{ vision: input.vision ?? '', progress: input.progress ?? '', hurdles: input.hurdles ?? '', funFact: input.funFact ?? '' },
	...{ completionYear: input.completionYear ?? null, residentCount: input.residentCount ?? null, ageStructure: input.ageStructure ?? '' },
	...{ legalForm: input.legalForm ?? null, housingForm: input.housingForm ?? null, developmentPartners: input.developmentPartners },
	...{ awards: input.awards, bookable: input.bookable, website: input.website ?? null, houseKind: input.houseKind }
});

/** Keeps what the group says of its place. 409 when another was faster; nothing is public before it is published. */
export async function savePlace(ctx: Ctx, { id, input }: { id: string; input: PlaceInput }): Promise<void> {
	const { place } = await placeFor(ctx, id, mayEditPlace);
	const ags = await townOf(ctx, input.ort);
	const propertyId = await houseOf(ctx, { house: input.house, ags });
	await ctx.db.transaction(async (db) => {
		const row = {
			...{ name: input.name, ags, propertyId, profile: profileFrom(input), version: place.version + 1, updatedAt: ctx.now },
			...{ contactName: input.contactName ?? null, contactEmail: input.contactEmail ?? null, contactPhone: input.contactPhone ?? null },
			contactReleasedAt: input.contactReleased ? (place.contactReleasedAt ?? ctx.now) : null
		};
		const saved = await db
			.update(places)
			.set(row)
			.where(and(eq(places.id, id), eq(places.version, input.version)))
			.returning({ id: places.id });
		if (!saved.length)
			throw new Refusal(409, 'changed-meanwhile', {
				message:
					'Jemand aus der Gruppe hat inzwischen gespeichert. Bitte in einem zweiten Fenster nachsehen, dann hier noch einmal speichern.'
			});
		await recordEvent({ ...ctx, db }, 'place.changed', { subjectId: id });
	});
}
