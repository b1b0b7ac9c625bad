import { metresBetween } from '#lib/distance.ts';
import type { PropertyType } from '#modules/properties/vocabulary.ts';

/** What somebody sees in front of a house. */
export const walkKinds = {
	holds: 'stimmt noch',
	changed: 'hat sich geändert',
	gone: 'nicht mehr leer',
	new: 'noch nicht erfasst'
} as const;
export type WalkKind = keyof typeof walkKinds;

/** From the pavement nobody measures: classes, and the floor area in m² that goes into the register as estimated. */
export const sizeClasses = {
	small: { text: 'klein: ein Laden, eine Wohnung', areaM2: 80 },
	medium: { text: 'mittel: ein Wohnhaus', areaM2: 180 },
	large: { text: 'groß: Gasthof, Schule, Hof', areaM2: 500 },
	huge: { text: 'sehr groß: Fabrik, Gut', areaM2: 1500 }
} as const;
export type SizeClass = keyof typeof sizeClasses;

export type Point = { lat: number; lon: number };

/** One house as the phone takes it along. */
export type WalkHouse = {
	id: string;
	title: string;
	reference: string;
	address: string;
	lat: number | null;
	lon: number | null;
	/** The state of the house the phone has seen; a later one is a conflict. */
	version: number;
	lastConfirmedAt: string | null;
};

export type NewHouse = Partial<Point> & {
	propertyType: PropertyType;
	street?: string;
	houseNumber?: string;
	sizeClass?: SizeClass;
};

/** What the phone keeps until it is taken. `madeAt`: when it was seen, ISO. */
export type WalkEntry = {
	id: string;
	ags: string;
	kind: WalkKind;
	madeAt: string;
	/** For a list: which house. */
	title: string;
	propertyId?: string;
	version?: number;
	note?: string;
	house?: NewHouse;
	/** Asked back and answered: take it all the same. */
	anyway?: boolean;
};

export type WalkAnswer =
	| { outcome: 'taken'; propertyId: string; title: string }
	| { outcome: 'conflict'; title: string; changedAt: string }
	| { outcome: 'duplicate'; twins: { id: string; title: string; metres: number | null }[] }
	| { outcome: 'refused'; message: string };

/** Two houses this close may be one; the same distance as in the register. */
export const nearMetres = 30;
const plain = (text: string) =>
	text
		.toLowerCase()
		.replace(/str(asse|aße|\.)?\b/g, 'str')
		.replace(/[^a-zäöüß0-9]/g, '');

/** Houses of the list that may be the one somebody is about to record, nearest first. Works without a network. */
export function twinsOf(
	{ lat, lon, street, houseNumber }: NewHouse,
	houses: readonly WalkHouse[]
): { house: WalkHouse; metres: number | null }[] {
	const wanted = street && houseNumber ? plain(`${street} ${houseNumber}`) : null;
	return houses
		.flatMap((house) => {
			const there = house.lat !== null && house.lon !== null ? { lat: house.lat, lon: house.lon } : null;
			const metres = there && lat !== undefined && lon !== undefined ? Math.round(metresBetween(there, { lat, lon })) : null;
			const isSame = wanted !== null && plain(house.address.split(',')[0] ?? '') === wanted;
			return isSame || (metres !== null && metres <= nearMetres) ? [{ house, metres }] : [];
		})
		.sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0));
}

/** The list for a walk: from where somebody stands outwards, or by address. */
export function walkOrder(houses: readonly WalkHouse[], from: Point | null): WalkHouse[] {
	const byAddress = (a: WalkHouse, b: WalkHouse) => a.address.localeCompare(b.address, 'de', { numeric: true });
	if (!from) return [...houses].sort(byAddress);
	const far = ({ lat, lon }: WalkHouse) => (lat === null || lon === null ? Infinity : metresBetween(from, { lat, lon }));
	return [...houses].sort((a, b) => far(a) - far(b) || byAddress(a, b));
}

/** What an entry still lacks, as a sentence; null when it can go. */
export function whyNotEnter({ kind, note, house, propertyId }: Pick<WalkEntry, 'kind' | 'note' | 'house' | 'propertyId'>): string | null {
	if (kind === 'new') {
		const hasPoint = house?.lat !== undefined && house.lon !== undefined;
		return hasPoint || house?.street?.trim() ? null : 'Wo steht das Haus? Bitte „Hier stehe ich“ drücken oder die Straße eintragen.';
	}
	if (!propertyId) return 'Bitte ein Haus aus der Liste wählen.';
	return kind === 'changed' && !note?.trim() ? 'Bitte in einem Satz sagen, was sich geändert hat.' : null;
}
