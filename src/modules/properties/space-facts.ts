import { euro, germanNumber, squareMetres } from '#lib/text/german.ts';
import type { PublicUnit } from './facts.ts';
import { availabilityLine, priceLine } from './space-words.ts';
import type { SpaceRow } from './to-space.ts';
import * as words from './vocabulary.ts';

export type Fact = { term: string; text: string | null };

const known = <K extends string>(vocabulary: Record<K, string>, code: K): string | null => (code === 'unknown' ? null : vocabulary[code]);
const list = <K extends string>(vocabulary: Record<K, string>, codes: readonly K[]): string | null =>
	codes
		.filter((code) => code !== 'unknown')
		.map((code) => vocabulary[code])
		.join(', ') || null;

/** The numbers that matter, large, below the title. What is unknown says so where people ask for it first. */
export function bigFacts(space: Omit<SpaceRow, 'searchText'>, now: Date): Fact[] {
	const { areaMinM2, areaMaxM2 } = space;
	const isDivisible = areaMinM2 != null && areaMaxM2 != null && areaMinM2 < areaMaxM2;
	return [
		{ term: 'Nutzfläche', text: areaMaxM2 == null ? 'noch unbekannt' : squareMetres(areaMaxM2) },
		{ term: 'teilbar ab', text: isDivisible ? squareMetres(areaMinM2) : null },
		{ term: 'Baujahr', text: space.constructionYear ? String(space.constructionYear) : known(words.epochs, space.epoch) },
		{ term: 'Zustand', text: known(words.conditions, space.condition) ?? 'noch unbekannt' },
		{ term: 'Angebot', text: list(words.offerModes, space.offers) ?? 'noch offen' },
		{ term: 'Preis', text: priceLine(space) ?? 'noch offen' },
		{ term: 'frei', text: availabilityLine(space.availableFrom, now) }
	];
}

const yes = (value: words.YesNo | undefined, text: string) => (value === 'yes' ? text : value === 'partial' ? `${text} (teilweise)` : null);

const utilityWords = {
	electricity: 'Strom',
	water: 'Wasser',
	sewer: 'Abwasser',
	gas: 'Gas',
	district_heating: 'Fernwärme',
	broadband: 'Breitband'
} as const;

function energyText(energy: SpaceRow['facts']['energy']): string | null {
	if (!energy) return null;
	const certificate = { need: 'Bedarfsausweis', consumption: 'Verbrauchsausweis', none: 'kein Ausweis', unknown: null }[
		energy.certificateType
	];
	const value = energy.value == null ? null : `${germanNumber(energy.value)} kWh/(m²·a)`;
	return [certificate, energy.class && `Klasse ${energy.class}`, value, energy.heating, energy.fuel].filter(Boolean).join(', ') || null;
}

function accessText(access: SpaceRow['facts']['access']): string | null {
	if (!access) return null;
	return (
		[
			access.stopDistanceM != null && `Haltestelle in ${germanNumber(access.stopDistanceM)} m`,
			access.stationMin != null && `Bahnhof in ${germanNumber(access.stationMin)} Minuten`,
			access.motorwayMin != null && `Autobahn in ${germanNumber(access.motorwayMin)} Minuten`
		]
			.filter(Boolean)
			.join(', ') || null
	);
}

/** The quieter facts, as pairs. Nothing unknown is listed: what is missing is asked about in the next steps. */
export function quietFacts({ facts, ...space }: Omit<SpaceRow, 'searchText'>): Fact[] {
	const utilities = Object.entries(utilityWords).map(([key, text]) => yes(facts.utilities?.[key as keyof typeof utilityWords], text));
	const features = (facts.features ?? []).filter(({ status }) => status === 'included').map(({ name }) => name);
	const comfort = [yes(facts.toilet, 'WC'), yes(facts.lift, 'Aufzug'), ...features];
	const pairs: Fact[] = [
		{ term: 'Objektart', text: known(words.propertyTypes, space.propertyType) },
		{ term: 'Lage im Ort', text: known(words.settings, space.setting) },
		{ term: 'Letzte Nutzung', text: known(words.lastUses, space.lastUse) },
		{ term: 'Geschosse', text: space.storeys ? String(space.storeys) : null },
		{ term: 'Grundstück', text: space.plotAreaM2 == null ? null : squareMetres(space.plotAreaM2) },
		{ term: 'Außen', text: list(words.outdoors, facts.outdoor) },
		{ term: 'Denkmalschutz', text: known(words.heritages, space.heritage) },
		{ term: 'Barrierefreiheit', text: known(words.accessibilities, space.accessibility) },
		{ term: 'Publikum', text: known(words.publicAccesses, space.publicAccess) },
		{ term: 'Dauer', text: known(words.availabilityKinds, space.availabilityKind) },
		{ term: 'Ausstattung', text: comfort.filter(Boolean).join(', ') || null },
		{ term: 'Erschließung', text: utilities.filter(Boolean).join(', ') || null },
		{ term: 'Energie', text: energyText(facts.energy) },
		{ term: 'Erreichbarkeit', text: accessText(facts.access) }
	];
	return pairs.filter(({ text }) => text);
}

const range = (min: number | null, max: number | null): string =>
	max === null
		? min === null
			? ''
			: `ab ${squareMetres(min)}`
		: min === null || min === max
			? squareMetres(max)
			: `${min} bis ${squareMetres(max)}`;

/** A part of the house as a table row. */
export const unitRow = (unit: PublicUnit) => ({
	id: unit.id,
	label: unit.label,
	kind: [words.unitTypes[unit.unitType], known(words.floors, unit.floor)].filter(Boolean).join(', '),
	area: range(unit.areaMinM2, unit.areaMaxM2),
	uses: unit.uses.map((use) => words.uses[use]).join(', '),
	price: unit.priceAmount === null ? (priceLine(unit) ?? '') : (priceLine(unit) ?? euro(unit.priceAmount)),
	state: words.unitStates[unit.unitState],
	isFree: unit.unitState === 'free' || unit.unitState === 'partly_used'
});

/** What the public may know of the place, said in words. */
export function placeText({ precision, municipality }: Pick<SpaceRow, 'precision' | 'municipality'>): string {
	if (precision === 'exact') return 'Der Punkt zeigt das Haus.';
	if (precision === 'street') return 'Das Haus liegt irgendwo in diesem Kreis von etwa 100 Metern.';
	if (precision === 'district') return 'Das Haus liegt irgendwo in diesem Kreis von etwa 500 Metern.';
	if (precision === 'municipality') return `Das Haus liegt in ${municipality}. Wo genau, erfahrt Ihr im Gespräch.`;
	return `Die Lage in ${municipality} ist nicht öffentlich. Wo genau, erfahrt Ihr im Gespräch.`;
}
