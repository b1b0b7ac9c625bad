import { addressLine } from '#modules/properties/address.ts';
import { factsText, lookText, unnamed, type DeskStop, type ShownStop } from '../../tour.ts';
import { radiusOf, type FoundStop } from './stops-of.ts';

function pointOf({ stop, space }: FoundStop): ShownStop['point'] {
	if (!stop.propertyId) return stop.lat === null || stop.lon === null ? null : { lat: stop.lat, lon: stop.lon, radius: 0 };
	const radius = space ? radiusOf[space.precision] : null;
	if (!space || radius === null || space.lat === null || space.lon === null) return null;
	return { lat: space.lat, lon: space.lon, radius };
}

/** Allow-list: of a house only what its public face says, so that one that is not published shows neither name nor place. The address is for guests, where the place may be known exactly. */
export function shownStop(found: FoundStop, n: number, isGuest: boolean): ShownStop {
	const { stop, space, house } = found;
	const isHouse = stop.propertyId !== null;
	return {
		...{ id: stop.id, n, minutes: stop.minutes, words: stop.publicWords, guestWords: isGuest ? stop.guestWords : null },
		title: isHouse ? (space?.title ?? unnamed) : (stop.title ?? ''),
		look: isHouse ? lookText(stop.consent) : null,
		facts: space ? factsText({ ...space, area: space.areaMax }) : [],
		href: space ? `/raeume/${space.slug}` : null,
		point: pointOf(found),
		address: isGuest && space?.precision === 'exact' ? house && addressLine(house) : null
	};
}

/** Everything, for the office. */
export function deskStop({ stop, house, space }: FoundStop, n: number): DeskStop {
	const { id, propertyId, minutes, publicWords, guestWords, internalNote, consent, askedWhom, askedOn } = stop;
	return {
		...{ id, n, propertyId, minutes, publicWords, guestWords, internalNote, consent, askedWhom, askedOn },
		...{
			isHouse: propertyId !== null,
			isPublished: space !== null,
			title: house?.title ?? stop.title ?? '',
			address: house ? addressLine(house) : ''
		},
		...(house ? { lat: house.lat, lon: house.lon } : { lat: stop.lat, lon: stop.lon }),
		facts: house ? factsText(house) : []
	};
}
