import type { PlaceProfile } from '#modules/places/place.ts';
import type { PlaceState } from '#modules/places/vocabulary.ts';
import type { OrganisationKind } from '#modules/organisations/organisation.ts';

/** An invented place in a real municipality, as it is told before it becomes rows. */
export type DemoPlace = {
	slug: string;
	name: string;
	ags: string;
	state: PlaceState;
	group: { name: string; kind: OrganisationKind; slug: string };
	profile: Partial<PlaceProfile>;
	contact?: { name: string; email: string };
	/** The network's own words, with the day of the award. */
	award?: { on: string; because: string };
	/** Why it rests. */
	rests?: string;
	/** Not shown yet. */
	isDraft?: boolean;
};
