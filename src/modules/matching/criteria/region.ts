import { km } from '#lib/text/phrases.ts';
import { conflict, fits, tension, unknown, type Criterion, type Offer, type Wish } from '../pair.ts';

const rad = Math.PI / 180;

/** Great-circle distance in km on a sphere of 6,371 km. */
export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
	const h =
		Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
	return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** At the centre 1, at the edge of the radius 0.7; a soft radius then falls from 0.6 to 0 at twice the radius. */
export const regionShare = (distance: number, radius: number): number =>
	distance <= radius ? 1 - (0.3 * distance) / Math.max(radius, 1) : Math.max(0, 0.6 * (2 - distance / Math.max(radius, 1)));

const centre = (wish: Wish) =>
	wish.regionLat !== null && wish.regionLon !== null && wish.radiusKm !== null ? { lat: wish.regionLat, lon: wish.regionLon } : null;

function judge(offer: Offer, wish: Wish) {
	const middle = centre(wish);
	if (!middle && !wish.regionAgs.length) return null;
	if (wish.regionAgs.includes(offer.ags)) return fits(`${offer.municipality} ist eine der gesuchten Kommunen`);
	if (!middle || wish.radiusKm === null) {
		const text = `${offer.municipality} gehört nicht zu den gesuchten Kommunen`;
		return wish.regionIsHard ? conflict(text, true) : tension(text, 0.2);
	}
	if (offer.lat === null || offer.lon === null) return unknown(`${offer.municipality}, die genaue Lage ist nicht veröffentlicht`);
	const distance = distanceKm(middle, { lat: offer.lat, lon: offer.lon });
	const text = `${offer.municipality}, ${km(distance)} vom Wunschort${wish.regionName ? ` ${wish.regionName}` : ''}, gesucht sind bis ${km(wish.radiusKm)}`;
	if (distance <= wish.radiusKm) return fits(text, regionShare(distance, wish.radiusKm));
	if (wish.regionIsHard) return conflict(text, true);
	const share = regionShare(distance, wish.radiusKm);
	return share > 0 ? tension(text, share) : conflict(text);
}

export const region: Criterion = {
	judge,
	question: { text: 'Wo ungefähr liegt der Raum?', ask: 'provider' },
	relax: (offer, wish) => {
		const middle = centre(wish);
		if (!middle || wish.radiusKm === null)
			return { text: `auch ${offer.municipality} in Frage kommt`, wish: { ...wish, regionAgs: [...wish.regionAgs, offer.ags] } };
		if (offer.lat === null || offer.lon === null) return null;
		const distance = distanceKm(middle, { lat: offer.lat, lon: offer.lon });
		const more = Math.ceil((distance - wish.radiusKm) / 5) * 5;
		if (more <= 0 || more > Math.max(30, wish.radiusKm)) return null;
		return {
			text: `der Umkreis ${km(more)} größer wäre (${km(wish.radiusKm + more)} statt ${km(wish.radiusKm)})`,
			wish: { ...wish, radiusKm: wish.radiusKm + more }
		};
	}
};
