import type { placePictures, places } from './server/tables.ts';
import { emptyProfile, type PlaceHouse, type PlacePage, type PlaceProfile } from './place.ts';

export type PlaceRow = typeof places.$inferSelect;
export type PictureRow = typeof placePictures.$inferSelect;

/** A place with all that its page is made of. */
export type PlaceWhole = {
	place: PlaceRow;
	pictures: PictureRow[];
	network: PlacePage['network'];
	group: PlacePage['group'];
	municipality: PlacePage['municipality'];
	house: PlaceHouse | null;
	spaceSlug: string | null;
};

function profileOf(profile: Partial<PlaceProfile>): PlaceProfile {
	const p = { ...emptyProfile, ...profile };
	return {
		...{ summary: p.summary, projectText: p.projectText, locationText: p.locationText, infrastructure: p.infrastructure },
		...{ offers: p.offers, foundingHistory: p.foundingHistory, vision: p.vision, progress: p.progress, hurdles: p.hurdles },
		...{ funFact: p.funFact, completionYear: p.completionYear, residentCount: p.residentCount, ageStructure: p.ageStructure },
		...{ legalForm: p.legalForm, housingForm: p.housingForm, developmentPartners: p.developmentPartners, awards: p.awards },
		...{ bookable: p.bookable, website: p.website, houseKind: p.houseKind }
	};
}

/**
 * What the public may read of a place: an allow-list, field by field. The contact only once released, pictures only with description and credit, and
 * nothing of notes, applications, juries and the people behind the group.
 */
export function toPlacePage({ place, pictures, network, group, municipality, house, spaceSlug }: PlaceWhole): PlacePage {
	const { id, slug, name, state, awardedOn, networkStatement, isDemo, contactReleasedAt } = place;
	const contact = { name: place.contactName, email: place.contactEmail, phone: place.contactPhone };
	return {
		...profileOf(place.profile),
		...{ id, slug, name, state, awardedOn, networkStatement, isDemo },
		network: network && { slug: network.slug, name: network.name, awardName: network.awardName },
		group: { name: group.name, slug: group.slug },
		municipality,
		house: house ?? { kind: place.profile.houseKind ?? 'unknown', storeys: null, area: null, seed: id },
		spaceSlug,
		pictures: pictures.flatMap(({ key, width, height, alt, caption, credit }) =>
			alt && credit ? [{ key, width, height, alt, caption, credit }] : []
		),
		contact: contactReleasedAt && (contact.email || contact.phone) ? contact : null
	};
}
