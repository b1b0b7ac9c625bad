import { findPlace } from '#modules/organisations/server/find-place.ts';
import type { Place } from '#modules/organisations/server/suggest-places.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** "Angermünde; Templin" part by part; a part that nobody knows comes back as it was typed. */
export async function resolvePlaces(ctx: Ctx, text: string): Promise<{ found: Place[]; missing: string[] }> {
	const found: Place[] = [];
	const missing: string[] = [];
	const parts = text.split(/;| und /).map((part) => part.trim());
	for (const part of parts.filter(Boolean).slice(0, 20)) {
		const place = await findPlace(ctx, part);
		if (place) found.push(place);
		else missing.push(part);
	}
	return { found, missing };
}
