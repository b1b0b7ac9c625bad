import { date, euro, km, list, range } from '#lib/text/phrases.ts';
import * as property from '#modules/properties/vocabulary.ts';
import type { PublicRequest } from './to-public-request.ts';

type Asked = Pick<
	PublicRequest,
	'areaMinM2' | 'areaMaxM2' | 'regionName' | 'radiusKm' | 'maxMonthly' | 'maxPurchase' | 'startFrom' | 'startLatest' | 'durationMonths'
> & { uses: readonly property.Use[]; offerModes: readonly property.OfferMode[] };

export const whereWords = ({ regionName, radiusKm }: Asked): string | null =>
	regionName ? (radiusKm ? `${regionName}, Umkreis ${km(radiusKm)}` : regionName) : 'überall';

export const sizeWords = ({ areaMinM2, areaMaxM2 }: Asked): string | null =>
	areaMinM2 === null && areaMaxM2 === null ? null : range(areaMinM2, areaMaxM2);

export const moneyWords = ({ maxMonthly, maxPurchase }: Asked): string | null =>
	[maxMonthly !== null && `bis ${euro(maxMonthly)} im Monat`, maxPurchase !== null && `bis ${euro(maxPurchase)} Kaufpreis`]
		.filter(Boolean)
		.join(' oder ') || null;

export const offerWords = ({ offerModes }: Asked): string | null => list(property.offerModes, offerModes, 'oder') || null;

export function timeWords({ startFrom, startLatest, durationMonths }: Asked): string | null {
	const start = [startFrom && `ab ${date(startFrom)}`, startLatest && `spätestens ${date(startLatest)}`].filter(Boolean).join(', ');
	const span = durationMonths ? `${durationMonths} Monate` : '';
	return [start, span].filter(Boolean).join(' · ') || null;
}

/** One line under a title: "Werkstatt und Café · 80–120 m² · Angermünde, Umkreis 25 km". */
export const lineWords = (request: Asked): string =>
	[list(property.uses, request.uses), sizeWords(request), whereWords(request)].filter(Boolean).join(' · ');
