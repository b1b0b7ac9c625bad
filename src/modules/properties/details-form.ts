import { z } from 'zod';
import { many, optionalDate, optionalNumber, optionalText, optionalWord, parseGermanNumber } from '#lib/forms.ts';
import type { Details } from './facts.ts';
import { energyCertificates, estimateBases, featureStates, planningKinds, pollutants, yesNo } from './vocabulary.ts';

/** The rarely filled groups as flat form fields; `detailsOf` gathers them into `Details`. Euro per year, metres, minutes. */
export const detailFields = {
	energyCertificate: optionalWord(energyCertificates),
	energyClass: optionalText(4),
	energyValue: optionalNumber({ max: 2000 }),
	energyValidUntil: optionalDate(),
	heating: optionalText(80),
	heatingFuel: optionalText(80),
	electricity: optionalWord(yesNo),
	water: optionalWord(yesNo),
	sewer: optionalWord(yesNo),
	gas: optionalWord(yesNo),
	districtHeating: optionalWord(yesNo),
	broadband: optionalWord(yesNo),
	contamination: many(z.enum(Object.keys(pollutants) as [keyof typeof pollutants])),
	planningKind: optionalWord(planningKinds),
	planningZone: optionalText(10),
	planningNote: optionalText(500),
	renovationLow: optionalNumber(),
	renovationHigh: optionalNumber(),
	renovationBasis: optionalWord(estimateBases),
	renovationDate: optionalDate(),
	stopDistanceM: optionalNumber({ max: 100_000 }),
	stationMin: optionalNumber({ max: 1000 }),
	motorwayMin: optionalNumber({ max: 1000 }),
	accessSource: optionalText(120),
	costPropertyTax: optionalNumber(),
	costInsurance: optionalNumber(),
	costMaintenance: optionalNumber(),
	costSecurity: optionalNumber(),
	costWinterService: optionalNumber(),
	costOther: optionalNumber(),
	costBearer: optionalWord({ owner: 'Eigentümer:in', municipality: 'Kommune' } as const),
	/** One parcel a line: "Gemarkung; Flur; Flurstück". */
	cadastral: optionalText(2000),
	buildingId: optionalText(80),
	/** One feature a line, its state after a colon: "Bühne: nicht dabei". Without a state it is included. */
	features: optionalText(2000),
	toilet: optionalWord(yesNo),
	lift: optionalWord(yesNo),
	usesNote: optionalText(1000)
};

type Flat = z.output<z.ZodObject<typeof detailFields>>;

/** Drops what nobody said; a group of nothing is no group. */
function said<T extends Record<string, unknown>>(group: T): T | undefined {
	const entries = Object.entries(group).filter(([, value]) => value !== undefined);
	return entries.length ? (Object.fromEntries(entries) as T) : undefined;
}

const lines = (text: string | undefined) =>
	(text ?? '')
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean);

function features(text: string | undefined): Details['features'] {
	const found = lines(text).map((line) => {
		const [, name = line, state = ''] = /^(.+?)\s*:\s*([^:]+)$/.exec(line) ?? [];
		const status = (Object.entries(featureStates).find(([, german]) => german === state.trim()) ?? [])[0];
		return status ? { name, status: status as keyof typeof featureStates } : { name: line, status: 'included' as const };
	});
	return found.length ? found : undefined;
}

function cadastral(text: string | undefined): Details['cadastral'] {
	const found = lines(text).map((line) => {
		const [gemarkung, flur, flurstueck] = line.split(';').map((part) => part.trim() || undefined);
		return { gemarkung, flur, flurstueck };
	});
	return found.length ? found : undefined;
}

const energy = (flat: Flat): Details['energy'] => {
	const group = said({
		class: flat.energyClass,
		value: flat.energyValue,
		validUntil: flat.energyValidUntil,
		heating: flat.heating,
		fuel: flat.heatingFuel
	});
	return group || flat.energyCertificate ? { certificateType: flat.energyCertificate ?? 'unknown', ...group } : undefined;
};

const costs = (flat: Flat): Details['holdingCosts'] =>
	said({
		propertyTax: flat.costPropertyTax,
		insurance: flat.costInsurance,
		maintenance: flat.costMaintenance,
		security: flat.costSecurity,
		winterService: flat.costWinterService,
		other: flat.costOther,
		bearer: flat.costBearer
	});

const renovation = (flat: Flat): Details['renovation'] => {
	const group = said({ low: flat.renovationLow, high: flat.renovationHigh, date: flat.renovationDate });
	return group || flat.renovationBasis ? { basis: flat.renovationBasis ?? 'guess', ...group } : undefined;
};

const planning = (flat: Flat): Details['planning'] => {
	const group = said({ zone: flat.planningZone, note: flat.planningNote });
	return group || flat.planningKind ? { kind: flat.planningKind ?? 'unknown', ...group } : undefined;
};

/** The flat fields as the groups that are kept. */
export function detailsOf(flat: Flat): Details {
	return (
		said({
			energy: energy(flat),
			utilities: said({
				electricity: flat.electricity,
				water: flat.water,
				sewer: flat.sewer,
				gas: flat.gas,
				district_heating: flat.districtHeating,
				broadband: flat.broadband
			}),
			contamination: flat.contamination.length ? flat.contamination : undefined,
			planning: planning(flat),
			renovation: renovation(flat),
			access: said({
				stopDistanceM: flat.stopDistanceM,
				stationMin: flat.stationMin,
				motorwayMin: flat.motorwayMin,
				source: flat.accessSource
			}),
			holdingCosts: costs(flat),
			cadastral: cadastral(flat.cadastral),
			officialBuildingId: flat.buildingId ? { id: flat.buildingId } : undefined,
			features: features(flat.features),
			toilet: flat.toilet,
			lift: flat.lift,
			usesNote: flat.usesNote
		}) ?? {}
	);
}

/** A degree of latitude or longitude: "52.967", "52,967" (never a thousands separator). */
export const degree = (text: string): number | null =>
	/^-?\d{1,3}[.,]\d+$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : parseGermanNumber(text);
