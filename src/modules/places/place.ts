import { slugOf as addressOf } from '#modules/organisations/organisation.ts';
import { isPlaceholder } from '#lib/text/placeholder.ts';
import type { PropertyType } from '#modules/properties/vocabulary.ts';
import type { Bookable, HousingForm, LegalForm, OfferKind, PlaceState } from './vocabulary.ts';

/** What a group says of its place. Texts may have paragraphs; a list has one entry a line. */
export type PlaceProfile = {
	/** One or two sentences for card and head. */
	summary: string;
	projectText: string;
	locationText: string;
	infrastructure: string[];
	offers: Partial<Record<OfferKind, string>>;
	foundingHistory: string;
	vision: string;
	progress: string;
	hurdles: string;
	funFact: string;
	completionYear: number | null;
	residentCount: number | null;
	ageStructure: string;
	legalForm: LegalForm | null;
	housingForm: HousingForm | null;
	developmentPartners: string[];
	awards: string[];
	bookable: Bookable[];
	website: string | null;
	/** What the drawing shows when no house of the register is linked. */
	houseKind: PropertyType;
};

export const emptyProfile: PlaceProfile = {
	...{ summary: '', projectText: '', locationText: '', infrastructure: [], offers: {} },
	...{ foundingHistory: '', vision: '', progress: '', hurdles: '', funFact: '' },
	...{ completionYear: null, residentCount: null, ageStructure: '', legalForm: null, housingForm: null },
	...{ developmentPartners: [], awards: [], bookable: [], website: null, houseKind: 'unknown' }
};

export type PlacePicture = { key: string; width: number; height: number; alt: string; caption: string | null; credit: string };
export type PlaceHouse = { kind: PropertyType; storeys: number | null; area: number | null; seed: string };

/** Everything that the public may read of a place: what `publishPlace` writes and public pages render. */
export type PlacePage = PlaceProfile & {
	id: string;
	slug: string;
	name: string;
	state: PlaceState;
	/** ISO day of the award that holds, or null. */
	awardedOn: string | null;
	/** How the network grounds its award, in its own words. */
	networkStatement: string | null;
	network: { slug: string; name: string; awardName: string } | null;
	group: { name: string; slug: string | null };
	municipality: { ags: string; slug: string; name: string; district: string; state: string; stateCode: string };
	house: PlaceHouse;
	/** The public page of the house in the register, when it is linked and public. */
	spaceSlug: string | null;
	pictures: PlacePicture[];
	contact: { name: string | null; email: string | null; phone: string | null } | null;
	isDemo: boolean;
};

/** Addresses below /orte that no place may take. */
const reserved = new Set(['bilder', 'kriterien', 'wirkung', 'neu']);

export const slugOf = (name: string): string => {
	const plain = addressOf(name);
	return reserved.has(plain) ? `ort-${plain}` : plain;
};

type Titled = { title: string; text: string };

/** The texts of a profile under the headings they have on the page, in its order; empty ones are left out. */
export function storyOf(page: PlacePage): Titled[] {
	const isEmerging = page.state !== 'awarded';
	const all: Titled[] = [
		{ title: 'Das Projekt', text: page.projectText },
		{ title: 'Wie es dazu kam', text: page.foundingHistory },
		{ title: isEmerging ? 'Wohin es gehen soll' : 'Was wir noch vorhaben', text: page.vision }
	];
	return all.filter(({ text }) => text.trim());
}

/** How much of the windows shines. */
export const litOf = (state: PlaceState): number => ({ awarded: 1, emerging: 0.55, resting: 0.12 })[state];

const short = 60;

/** What still stands against showing a place; empty when nothing does. A placeholder is worse than a gap. */
export function whyNotPublish(page: PlacePage): string[] {
	const missing: string[] = [];
	const need = (isThere: boolean, sentence: string) => void (isThere || missing.push(sentence));
	need(page.summary.trim().length >= 30, 'Es fehlt der Satz für die Karte: worum geht es hier, in ein, zwei Sätzen?');
	need(page.projectText.trim().length >= short, 'Unter „Das Projekt“ steht noch zu wenig: mindestens drei Sätze.');
	need(page.locationText.trim().length > 0, 'Es fehlt „Die Lage“: Wo steht das Haus, wie kommt man hin?');
	need(
		Object.values(page.offers).some((text) => text.trim()),
		'Es fehlt mindestens ein Angebot: Was finden andere hier?'
	);
	need(Boolean(page.contact?.email || page.website), 'Es fehlt, wie man Euch erreicht: eine freigegebene Mailadresse oder eine Website.');
	if (page.state === 'emerging') {
		need(page.vision.trim().length > 0, 'Ein Ort im Aufbau braucht seine Vision: Wohin soll es gehen?');
		need(page.progress.trim().length > 0, 'Ein Ort im Aufbau braucht den Stand der Dinge: Was ist geschafft?');
	}
	for (const [label, text] of labelled(page)) if (isPlaceholder(text)) missing.push(`Unter „${label}“ steht noch ein Platzhalter.`);
	return missing;
}

const labelled = (page: PlacePage): [string, string][] => [
	['Satz für die Karte', page.summary],
	...storyOf(page).map(({ title, text }): [string, string] => [title, text]),
	['Die Lage', page.locationText],
	['Stand der Dinge', page.progress],
	['Hürden', page.hurdles],
	['Wusstet Ihr das?', page.funFact],
	['Infrastruktur', page.infrastructure.join('\n')],
	['Angebote', Object.values(page.offers).join('\n')]
];

/** Fields that make a profile worth reading, and which of them are filled in. */
export function completeness(page: PlacePage): { done: number; of: number; next: string | null } {
	const asked: [string, boolean][] = [
		['Satz für die Karte', page.summary !== ''],
		['Das Projekt', page.projectText !== ''],
		['Die Lage', page.locationText !== ''],
		['Angebote', Object.keys(page.offers).length > 0],
		['Gründungsgeschichte', page.foundingHistory !== ''],
		['Vision', page.vision !== ''],
		['Stand der Dinge', page.progress !== ''],
		['Hürden', page.hurdles !== ''],
		['Rechtsform', page.legalForm !== null],
		['Menschen', page.residentCount !== null],
		['Infrastruktur', page.infrastructure.length > 0],
		['ein Bild', page.pictures.length > 0],
		['Kontakt', page.contact !== null]
	];
	const open = asked.filter(([, done]) => !done);
	return { done: asked.length - open.length, of: asked.length, next: open[0]?.[0] ?? null };
}
