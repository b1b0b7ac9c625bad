import { floors, unitTypes } from '#modules/properties/vocabulary.ts';
import { offersOf, type SpaceRow } from './offers.ts';
import type { Offer, Wish } from './pair.ts';
import { scorePair } from './score.ts';
import type { MixGroup, MixRoom } from './use-mix.ts';
import type { Weights } from './weights.ts';

export type Room = MixRoom & { offer: Offer };

/** The parts of a house that can be had, or the house as one that can be divided. A part whose size nobody knows cannot be planned with. */
export function roomsOf(space: SpaceRow): Room[] {
	const offers = offersOf(space);
	const parts = offers.filter(({ unitId }) => unitId !== null);
	return (parts.length ? parts : offers).flatMap((offer): Room[] => {
		const areaM2 = offer.areaMaxM2;
		if (!areaM2) return [];
		const unit = space.units.find(({ id }) => id === offer.unitId);
		const least = unit ? unit.divisibleFromM2 : offer.areaMinM2;
		return [
			{
				...{ offer, areaM2, priceMonthly: offer.priceMonthly },
				id: offer.unitId ?? offer.spaceId,
				name: unit ? unit.label || `${unitTypes[unit.unitType]}, ${floors[unit.floor]}` : 'Das ganze Haus',
				divisibleFromM2: least !== null && least < areaM2 ? least : null
			}
		];
	});
}

/** Whether there is anything to mix. */
export const canMix = (rooms: readonly MixRoom[]): boolean =>
	rooms.length > 1 || rooms.some(({ divisibleFromM2 }) => divisibleFromM2 !== null);

/** A size that is not hard may be missed by a tenth; whoever names only one end means about that. */
const slack = 0.1;
function sizeOf({ areaMinM2, areaMaxM2, areaIsHard }: Wish): { areaMinM2: number; areaMaxM2: number } | null {
	const [least, most] = [areaMinM2 ?? areaMaxM2, areaMaxM2 ?? (areaMinM2 === null ? null : areaMinM2 * 1.5)];
	if (least === null || most === null || most <= 0) return null;
	const give = areaIsHard ? 0 : slack;
	return { areaMinM2: Math.floor(least * (1 - give)), areaMaxM2: Math.ceil(most * (1 + give)) };
}

type Named = Wish & { title: string };

/** A request as one of the groups of a mix; null when nobody has said how much room it needs. Size and rent are left to the programme, the rest to the one score. */
export function groupOf(request: Named, rooms: readonly Room[], weights: Weights): MixGroup | null {
	const size = sizeOf(request);
	if (!size) return null;
	const scores = new Map<string, number>();
	for (const { id, offer } of rooms) {
		const unsized = { ...offer, areaMinM2: null, areaMaxM2: null, priceMonthly: null };
		const { score, excluded } = scorePair(unsized, request, weights);
		if (!excluded && score > 0) scores.set(id, score);
	}
	return { id: request.requestId, title: request.title, ...size, maxMonthly: request.maxMonthly, uses: request.uses, scores };
}
