import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { FieldName, RequestInput } from '../../forms.ts';
import type { spaceRequests } from '../tables.ts';
import { resolvePlaces } from './resolve-place.ts';

type Values = Partial<typeof spaceRequests.$inferInsert>;

/** Either a circle around one place, or a list of municipalities, or anywhere. Refuses a place that nobody knows (422, field `place`). */
async function region(ctx: Ctx, { place, radiusKm }: Partial<RequestInput>): Promise<Values> {
	if (!place) return { regionName: null, regionAgs: [], regionLat: null, regionLon: null, radiusKm: null };
	const { found, missing } = await resolvePlaces(ctx, place);
	const [first] = found;
	if (missing.length || !first)
		throw refused(
			'place-unknown',
			`„${missing.join('“, „')}“ haben wir nicht gefunden. Bitte eine Stadt, ein Dorf oder eine Postleitzahl nennen.`,
			'place'
		);
	if (radiusKm === undefined)
		return {
			regionName: found.map((p) => p.name).join('; '),
			regionAgs: [...new Set(found.map((p) => p.ags))],
			regionLat: null,
			regionLon: null,
			radiusKm: null
		};
	if (found.length > 1)
		throw refused('one-centre', 'Ein Umkreis braucht einen Ort. Für mehrere Orte lasst bitte den Umkreis leer.', 'place');
	return { regionName: first.name, regionAgs: [], regionLat: first.lat, regionLon: first.lon, radiusKm };
}

/** Form input as columns; only the named fields, a field left blank becomes empty. */
export async function requestValues(ctx: Ctx, input: Partial<RequestInput>, only: readonly FieldName[]): Promise<Values> {
	const plain = only.filter((name) => name !== 'place' && name !== 'radiusKm');
	const values: Values = Object.fromEntries(plain.map((name) => [name, input[name] ?? null]));
	return only.includes('place') ? { ...values, ...(await region(ctx, input)) } : values;
}
