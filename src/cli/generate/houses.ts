import type { InferInsertModel } from 'drizzle-orm';
import type { properties, propertySteps, units } from '#modules/properties/server/tables.ts';
import type * as words from '#modules/properties/vocabulary.ts';
import { streets, textsOf } from './house-texts.ts';
import { kinds, type Kind } from './kinds.ts';
import type { Town } from './places.ts';
import type { Chance } from './random.ts';
import { wayOf } from './ways.ts';

export type House = {
	property: InferInsertModel<typeof properties>;
	units: InferInsertModel<typeof units>[];
	steps: InferInsertModel<typeof propertySteps>[];
};

const round = (value: number, step: number) => Math.max(step, Math.round(value / step) * step);
const isoDay = (date: Date) => date.toISOString().slice(0, 10);

function offerOf(random: Chance): Pick<InferInsertModel<typeof properties>, 'offerModes' | 'priceAmount' | 'priceUnit' | 'priceType'> {
	const mode = random.weighted<words.OfferMode>({
		rent: 34,
		sale: 16,
		heritable_building_right: 14,
		interim_use: 14,
		lease: 7,
		free_use: 3,
		co_use: 4,
		undecided: 8
	});
	const offerModes: words.OfferMode[] = [
		mode,
		...(mode === 'rent' && random.yes(0.35) ? (['interim_use'] as const) : []),
		...(mode === 'sale' && random.yes(0.3) ? (['heritable_building_right'] as const) : [])
	];
	if (mode === 'undecided' || random.yes(0.25))
		return { offerModes, priceAmount: null, priceUnit: null, priceType: random.pick(['unknown', 'on_request'] as const) };
	if (mode === 'sale')
		return {
			offerModes,
			priceAmount: round(random.int(8, 240) * 1000, 1000),
			priceUnit: 'total',
			priceType: random.pick(['fixed', 'minimum', 'market', 'concept_only'] as const)
		};
	if (mode === 'heritable_building_right')
		return { offerModes, priceAmount: round(random.int(300, 6000), 50), priceUnit: 'year', priceType: 'fixed' };
	if (mode === 'free_use') return { offerModes, priceAmount: 0, priceUnit: 'month', priceType: 'fixed' };
	return random.yes(0.5)
		? { offerModes, priceAmount: random.int(3, 14) / 2, priceUnit: 'm2_month', priceType: 'fixed' }
		: {
				offerModes,
				priceAmount: round(random.int(80, 1900), 10),
				priceUnit: 'month',
				priceType: random.pick(['fixed', 'market'] as const)
			};
}

function unitsOf(property: { id: string; area: number; state: words.LifecycleState }, kind: Kind, random: Chance): House['units'] {
	if (!random.yes(0.4) || property.area < 120) return [];
	return random.some(kind.parts, random.int(2, kind.parts.length)).map(([unitType, label, share], position) => ({
		id: random.uuid(),
		propertyId: property.id,
		label,
		unitType,
		floor: random.pick(['ground', 'ground', 'upper', 'attic', 'unknown'] as const),
		areaMinM2: round(property.area * share * 0.9, 5),
		areaMaxM2: round(property.area * share * 0.9, 5),
		power: random.pick(['230', '230', '400', 'unknown'] as const),
		heated: random.pick(['yes', 'no', 'partial', 'unknown'] as const),
		daylight: random.pick(['yes', 'partial', 'unknown'] as const),
		maxPersons: unitType === 'stage_hall' || unitType === 'hall' ? random.int(4, 20) * 10 : null,
		unitState: property.state === 'reused' ? 'let' : random.pick(['free', 'free', 'free', 'reserved', 'interim'] as const),
		position
	}));
}

type Circumstance = { random: Chance; now: Date };

function placeOf(town: Town, random: Chance) {
	const spot = random.yes(0.7) ? undefined : town.spots[random.int(0, town.spots.length - 1)];
	const { lat, lon } = spot ?? town;
	return {
		ags: town.ags,
		street: random.pick(streets),
		houseNumber: String(random.int(1, 88)),
		postalCode: spot?.postalCode ?? town.postalCode,
		city: town.nameShort,
		lat: lat + (random.next() - 0.5) * 0.006,
		lon: lon + (random.next() - 0.5) * 0.009,
		locationSource: 'pin' as const,
		publicPrecision: random.weighted<words.Precision>({ street: 45, district: 35, exact: 15, municipality: 5 }),
		setting: random.pick(['town_centre', 'village_core', 'village_core', 'edge', 'quarter', 'unknown'] as const)
	};
}

function buildingOf(kind: Kind, area: number, random: Chance) {
	const year = random.int(...kind.built);
	return {
		constructionYear: random.yes(0.85) ? year : null,
		epoch:
			year < 1870
				? ('before_1870' as const)
				: year < 1919
					? ('1870_1918' as const)
					: year < 1950
						? ('1919_1949' as const)
						: ('1950_1989' as const),
		storeys: random.int(...kind.storeys),
		usableAreaM2: random.yes(0.93) ? area : null,
		plotAreaM2: random.yes(0.6) ? round(area * random.int(2, 9), 10) : null,
		areaBasis: random.pick(['measured', 'estimated', 'from_plan', 'unknown'] as const),
		outdoor: random.some(['yard', 'garden', 'parking', 'terrace', 'loading_area'] as const, random.int(0, 2)),
		lastUse: kind.lastUse,
		condition: random.weighted<words.Condition>({
			ready_to_use: 12,
			minor_works: 24,
			refurbishment_needed: 34,
			major_refurbishment: 14,
			shell: 2,
			dilapidated: 3,
			unknown: 11
		}),
		heritage:
			year < 1930 ? random.weighted<words.Heritage>({ none: 50, single_monument: 26, ensemble: 10, unknown: 14 }) : ('none' as const),
		accessibility: random.weighted<words.Accessibility>({ step_free: 16, partly: 22, with_ramp_possible: 24, not: 20, unknown: 18 }),
		publicAccess: random.weighted<words.PublicAccess>({ yes: 44, after_works: 26, no: 6, unknown: 24 }),
		divisibleFromM2: random.yes(0.35) ? round(area / random.int(2, 6), 5) : null
	};
}

function usesOf(kind: Kind, random: Chance) {
	const usesWanted = random.some(kind.uses, random.int(1, 3));
	const excluded = random.yes(0.15) ? random.some<words.Use>(['housing', 'storage', 'farm_production', 'gastronomy'], 1) : [];
	return { usesWanted, usesExcluded: excluded.filter((u) => !usesWanted.includes(u)) };
}

function standingOf({ random, now }: Circumstance) {
	const state = random.weighted<words.LifecycleState>({
		available: 55,
		in_mediation: 18,
		reserved: 6,
		in_works: 5,
		reused: 8,
		interim: 4,
		recorded: 4
	});
	const confirmed = new Date(now.getTime() - random.int(0, random.yes(0.8) ? 150 : 500) * 86_400_000);
	return {
		vacancyDegree: state === 'reused' ? ('not_vacant' as const) : random.pick(['full', 'full', 'partial'] as const),
		isMunicipal: random.yes(0.7),
		lifecycleState: state,
		publicationState: 'public_blurred' as const,
		publishedAt: new Date(confirmed.getTime() - random.int(1, 200) * 86_400_000),
		lastConfirmedAt: confirmed,
		confirmedBy: random.pick(['office', 'office', 'owner'] as const),
		source: 'demo' as const,
		isDemo: true,
		createdAt: new Date(confirmed.getTime() - 210 * 86_400_000),
		updatedAt: confirmed
	};
}

/** One invented house in a town. `index` makes its reference number unique within the town. */
export function inventHouse(town: Town, index: number, circumstance: Circumstance): House {
	const { random, now } = circumstance;
	const propertyType = random.weighted<words.PropertyType>(
		Object.fromEntries(Object.entries(kinds).map(([key, { weight }]) => [key, weight]))
	);
	const kind = kinds[propertyType] as Kind;
	const [low, high] = kind.area;
	const area = round(low + (high - low) * random.next() ** 1.8, 5);
	const since = random.int(1994, 2025);
	const uses = usesOf(kind, random);
	const standing = standingOf(circumstance);
	const initials = town.nameShort
		.replace(/[^A-Za-zÄÖÜäöü]/g, '')
		.slice(0, 3)
		.toUpperCase();
	const property = {
		id: random.uuid(),
		reference: `${initials}-2026-${String(index).padStart(4, '0')}`,
		propertyType,
		...placeOf(town, random),
		...textsOf(kind, { town, since, uses: uses.usesWanted, reused: standing.lifecycleState === 'reused' }, random),
		...buildingOf(kind, area, random),
		vacantSince: `${since}-01-01`,
		vacantSincePrecision: 'year' as const,
		availableFrom: random.yes(0.6) ? isoDay(new Date(now.getTime() + random.int(-200, 300) * 86_400_000)) : null,
		availabilityKind: random.pick(['permanent', 'permanent', 'either', 'temporary', 'unknown'] as const),
		...offerOf(random),
		...uses,
		...standing
	};
	return {
		property,
		units: unitsOf({ id: property.id, area, state: standing.lifecycleState }, kind, random),
		steps: wayOf(property, random)
	};
}
