import { angermuende, cast, herzberg } from '#testing/cast.ts';
import type { House } from './houses.ts';
import { chance, type Chance } from './random.ts';
import { inAngermuende } from './stars-angermuende.ts';
import { elsewhere } from './stars-elsewhere.ts';
import { wayOf } from './ways.ts';

type Given = Pick<House['property'], 'ags' | 'reference' | 'title' | 'propertyType' | 'lat' | 'lon'>;

/** A house told by hand: its facts, its parts, and how fresh the knowledge is. */
export type Star = Partial<House['property']> & Given & { confirmedDaysAgo: number; parts?: Partial<House['units'][number]>[] };

const day = 86_400_000;
const id = (n: number) => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`;

/** COPY wants the same columns in every row: what a star does not say is unknown. */
const unsaid = {
	summary: null,
	story: null,
	street: null,
	houseNumber: null,
	postalCode: null,
	city: null,
	district: null,
	locationSource: 'pin',
	publicPrecision: 'district',
	setting: 'unknown',
	constructionYear: null,
	epoch: 'unknown',
	storeys: null,
	usableAreaM2: null,
	plotAreaM2: null,
	areaBasis: 'unknown',
	outdoor: [],
	vacancyDegree: 'full',
	vacantSince: null,
	lastUse: 'unknown',
	condition: 'unknown',
	heritage: 'unknown',
	accessibility: 'unknown',
	publicAccess: 'unknown',
	offerModes: [],
	priceAmount: null,
	priceUnit: null,
	priceType: 'unknown',
	divisibleFromM2: null,
	usesWanted: [],
	isMunicipal: false,
	ownerPersonId: null,
	lifecycleState: 'recorded',
	publicationState: 'internal'
} satisfies Partial<House['property']>;

const unsaidPart = {
	label: '',
	unitType: 'room',
	floor: 'unknown',
	areaMinM2: null,
	areaMaxM2: null,
	divisibleFromM2: null,
	power: 'unknown',
	accessibility: 'unknown',
	maxPersons: null,
	usesWanted: [],
	unitState: 'free'
} satisfies Partial<House['units'][number]>;

function houseOf({ confirmedDaysAgo, parts = [], ...star }: Star, n: number, { random, now }: { random: Chance; now: Date }): House {
	const confirmed = new Date(now.getTime() - confirmedDaysAgo * day);
	const property: House['property'] = {
		id: id(n + 1),
		...unsaid,
		...star,
		publishedAt: (star.publicationState ?? 'internal') === 'internal' ? null : new Date(confirmed.getTime() - 60 * day),
		lastConfirmedAt: confirmed,
		confirmedBy: 'office',
		source: 'demo',
		isDemo: true,
		createdAt: new Date(confirmed.getTime() - 210 * day),
		createdBy: star.ags === herzberg ? cast.friedrich.id : star.ags === angermuende ? cast.ines.id : null,
		updatedAt: confirmed
	};
	const units = parts.map((part, position) => ({ id: random.uuid(), propertyId: property.id, ...unsaidPart, ...part, position }));
	return { property, units, steps: wayOf(property, random) };
}

export function starHouses(now: Date): House[] {
	const random = chance(7);
	return [...inAngermuende, ...elsewhere].map((star, n) => houseOf(star, n, { random, now }));
}
