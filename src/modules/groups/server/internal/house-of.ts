import { refused } from '#lib/refusal.ts';
import { findSpaceRow } from '#modules/matching/server/find-space-row.ts';
import { findPlace } from '#modules/organisations/server/find-place.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { GroupRow } from './group-for.ts';

export type ChosenHouse = Pick<GroupRow, 'propertyId' | 'houseTitle' | 'houseGone' | 'ags'>;
type Asked = { house?: string; ort?: string };
type Fields = { house: string; ort: string };

/** "https://…/raeume/gutshaus-biesenbrow?x" or "gutshaus-biesenbrow" → "gutshaus-biesenbrow". */
const slugIn = (typed: string): string => /(?:^|\/)raeume\/([^/?#]+)/.exec(typed)?.[1] ?? typed.trim();

/** The published house that is meant, or the municipality of a place. `fields`: the names of both in the form. Throws 422. */
export async function houseOf(ctx: Ctx, { house, ort }: Asked, fields: Fields): Promise<ChosenHouse> {
	if (house) {
		const space = await findSpaceRow(ctx, slugIn(house));
		if (!space)
			throw refused(
				'no-house',
				'Dieses Haus finden wir nicht, oder es ist nicht mehr öffentlich. Bitte die Adresse seiner Seite nehmen.',
				fields.house
			);
		return { propertyId: space.id, houseTitle: space.title, houseGone: null, ags: space.ags };
	}
	if (!ort) return { propertyId: null, houseTitle: null, houseGone: null, ags: null };
	const place = await findPlace(ctx, ort);
	if (!place)
		throw refused('no-such-place', 'Diesen Ort kennen wir nicht. Bitte mit Postleitzahl, zum Beispiel 16278 Angermünde.', fields.ort);
	return { propertyId: null, houseTitle: null, houseGone: null, ags: place.ags };
}
