import { squareMetres } from '#lib/text/german.ts';
import { accessibilities, conditions, lastUses, propertyTypes } from '#modules/properties/vocabulary.ts';
import type { Accessibility, Condition, LastUse, PropertyType } from '#modules/properties/vocabulary.ts';
import { isEntered, type Consent } from './stop.ts';

/** What a tour shows: to everybody, to those who signed up, and to the office. */

type Facts = { type: PropertyType; lastUse: LastUse; condition: Condition; accessibility: Accessibility; area: number | null };

/** "Gasthof · früher Gastwirtschaft · 320 m²"; what is unknown is left out. */
export function factsText({ type, lastUse, condition, accessibility, area }: Facts): string[] {
	return [
		type === 'unknown' ? '' : propertyTypes[type],
		lastUse === 'unknown' ? '' : `zuletzt ${lastUses[lastUse]}`,
		condition === 'unknown' ? '' : conditions[condition],
		area === null ? '' : squareMetres(area),
		accessibility === 'unknown' ? '' : accessibilities[accessibility]
	].filter(Boolean);
}

/** How a house is seen; null for a stop that is no house. */
export const lookText = (consent: Consent): string => (isEntered(consent) ? 'von innen' : 'von außen');

/** What a house is called for whoever may not know it yet. */
export const unnamed = 'Ein Haus, das wir erst vor Ort zeigen';

/** A stop as everybody may see it. Of a house that is not published neither name nor place. `guestWords`, `address`: for those who signed up. */
export type ShownStop = {
	id: string;
	n: number;
	title: string;
	look: string | null;
	minutes: number;
	words: string;
	guestWords: string | null;
	facts: string[];
	href: string | null;
	point: { lat: number; lon: number; radius: number } | null;
	address: string | null;
};

export type ShownTour = { guides: string; stops: ShownStop[]; metres: number; walking: number; staying: number; unknown: number };

/** A stop as its office sees it. */
export type DeskStop = {
	id: string;
	n: number;
	title: string;
	address: string;
	isHouse: boolean;
	isPublished: boolean;
	propertyId: string | null;
	lat: number | null;
	lon: number | null;
	minutes: number;
	publicWords: string;
	guestWords: string;
	internalNote: string;
	facts: string[];
	consent: Consent;
	askedWhom: string | null;
	askedOn: string | null;
};

/** Whom one still has to ask before the day. */
export const stillToAsk = (stops: readonly Pick<DeskStop, 'isHouse' | 'consent'>[]): number =>
	stops.filter(({ isHouse, consent }) => isHouse && (consent === 'open' || consent === 'asked')).length;
