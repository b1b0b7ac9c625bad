import type { Ctx } from '#modules/people/actor.ts';
import { parsePlace } from '../place-query.ts';
import { suggestPlaces, type Place } from './suggest-places.ts';

/** The one place that is meant by "Angermünde", "16278", "16278 Angermünde", an Ortsteil or an AGS; null when nothing resembles it. */
export async function findPlace(ctx: Pick<Ctx, 'db'>, text: string): Promise<Place | null> {
	const [best] = await suggestPlaces(ctx, text, 1);
	if (best) return best;
	const { postalCode, name } = parsePlace(text);
	if (!postalCode || !name) return null;
	return (await suggestPlaces(ctx, postalCode, 1))[0] ?? (await suggestPlaces(ctx, name, 1))[0] ?? null;
}
