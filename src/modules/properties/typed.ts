import type { Details } from './facts.ts';
import type { FieldName } from './fields.ts';
import type { Property, Unit } from './to-space.ts';
import { featureStates } from './vocabulary.ts';

export type Typed = Record<string, string | string[]>;

const number = (value: number | null | undefined) => (value == null ? '' : String(Math.round(value * 1e7) / 1e7).replace('.', ','));
const area = (value: number | null | undefined) => (value == null ? '' : String(Math.round(value * 100) / 100).replace('.', ','));
const text = (value: unknown) => (value == null ? '' : String(value));

function value(raw: unknown): string | string[] {
	if (Array.isArray(raw)) return raw.map(text);
	if (typeof raw === 'boolean') return raw ? 'on' : '';
	return typeof raw === 'number' ? number(raw) : text(raw);
}

const featureLine = ({ name, status }: NonNullable<Details['features']>[number]) =>
	status === 'included' ? name : `${name}: ${featureStates[status]}`;

function typedDetails(d: Details): Partial<Record<FieldName, string | string[]>> {
	const { energy, utilities: u, planning, renovation, access, holdingCosts: costs } = d;
	return {
		energyCertificate: text(energy?.certificateType),
		energyClass: text(energy?.class),
		energyValue: number(energy?.value),
		energyValidUntil: text(energy?.validUntil),
		heating: text(energy?.heating),
		heatingFuel: text(energy?.fuel),
		...{ electricity: text(u?.electricity), water: text(u?.water), sewer: text(u?.sewer), gas: text(u?.gas) },
		...{ districtHeating: text(u?.district_heating), broadband: text(u?.broadband) },
		contamination: d.contamination ?? [],
		...{ planningKind: text(planning?.kind), planningZone: text(planning?.zone), planningNote: text(planning?.note) },
		...{ renovationLow: number(renovation?.low), renovationHigh: number(renovation?.high) },
		...{ renovationBasis: text(renovation?.basis), renovationDate: text(renovation?.date) },
		...{ stopDistanceM: number(access?.stopDistanceM), stationMin: number(access?.stationMin), motorwayMin: number(access?.motorwayMin) },
		accessSource: text(access?.source),
		...{
			costPropertyTax: number(costs?.propertyTax),
			costInsurance: number(costs?.insurance),
			costMaintenance: number(costs?.maintenance)
		},
		...{ costSecurity: number(costs?.security), costWinterService: number(costs?.winterService), costOther: number(costs?.other) },
		costBearer: text(costs?.bearer),
		cadastral: (d.cadastral ?? []).map((c) => [c.gemarkung, c.flur, c.flurstueck].map(text).join('; ')).join('\n'),
		buildingId: text(d.officialBuildingId?.id),
		features: (d.features ?? []).map(featureLine).join('\n'),
		...{ toilet: text(d.toilet), lift: text(d.lift), usesNote: text(d.usesNote) }
	};
}

/** A recorded property as it would be typed into its form: German numbers, blank for unknown. */
export function typedOf(p: Property): Typed {
	const { details, usableAreaM2, livingAreaM2, grossAreaM2, plotAreaM2, divisibleFromM2, ...rest } = p;
	const plain = Object.entries(rest)
		.filter(([, raw]) => !(raw instanceof Date) && !(raw && typeof raw === 'object' && !Array.isArray(raw)))
		.map(([key, raw]) => [key, value(raw)]);
	return {
		...Object.fromEntries(plain),
		...{ usableAreaM2: area(usableAreaM2), livingAreaM2: area(livingAreaM2), grossAreaM2: area(grossAreaM2) },
		...{ plotAreaM2: area(plotAreaM2), divisibleFromM2: area(divisibleFromM2) },
		...typedDetails(details)
	};
}

export function typedUnit(unit: Unit): Typed {
	const { details: _details, areaMinM2, areaMaxM2, divisibleFromM2, ceilingHeightM, ...rest } = unit;
	return {
		...Object.fromEntries(Object.entries(rest).map(([key, raw]) => [key, value(raw)])),
		...{
			areaMinM2: area(areaMinM2),
			areaMaxM2: area(areaMaxM2),
			divisibleFromM2: area(divisibleFromM2),
			ceilingHeightM: area(ceilingHeightM)
		}
	};
}
