import type * as words from './vocabulary.ts';

/** Rarely filled groups of a property. Every group is optional; inside a group `unknown` is a value. Money in euro per year unless said. */
export type Details = {
	energy?: {
		certificateType: 'need' | 'consumption' | 'none' | 'unknown';
		class?: string;
		value?: number;
		validUntil?: string;
		heating?: string;
		fuel?: string;
	};
	utilities?: Partial<Record<'electricity' | 'water' | 'sewer' | 'gas' | 'district_heating' | 'broadband', words.YesNo>>;
	contamination?: ('none' | 'suspected' | 'asbestos' | 'lead' | 'wood_preservative' | 'soil' | 'cleared' | 'unknown')[];
	planning?: { kind: '30' | '34' | '35' | 'unknown'; zone?: string; note?: string };
	renovation?: { low?: number; high?: number; basis: 'guess' | 'expert' | 'offer'; date?: string };
	access?: { stopDistanceM?: number; stationMin?: number; motorwayMin?: number; source?: string };
	holdingCosts?: Partial<Record<'propertyTax' | 'insurance' | 'maintenance' | 'security' | 'winterService' | 'other', number>> & {
		bearer?: 'owner' | 'municipality';
		estimated?: boolean;
	};
	cadastral?: { gemarkung?: string; flur?: string; flurstueck?: string }[];
	officialBuildingId?: { id: string; confidence?: number };
	features?: { name: string; status: 'included' | 'not_included' | 'to_be_provided_by_user' | 'unknown' }[];
	toilet?: words.YesNo;
	lift?: words.YesNo;
	usesNote?: string;
	/** Columns of the town's list that have no field here, kept as they came. */
	other?: Record<string, string>;
};

export type UnitDetails = {
	timeSlots?: { weekday: number; from: string; to: string }[];
	floorLoad?: string;
	crane?: string;
	loadingRamp?: words.YesNo;
	ancillaryCosts?: number;
};

export type FieldGroup = 'address' | 'location' | 'building' | 'areas' | 'vacancy' | 'condition' | 'offer' | 'price' | 'uses' | 'texts';
export type Provenance = Partial<Record<FieldGroup, { source: words.Source; asOf: string }>>;

export type PublicPicture = { key: string; width: number; height: number; alt: string; caption?: string; credit?: string };
export type PublicDocument = { key: string; title: string; bytes: number };

export type PublicUnit = {
	id: string;
	label: string;
	unitType: words.UnitType;
	floor: words.Floor;
	areaMinM2: number | null;
	areaMaxM2: number | null;
	divisibleFromM2: number | null;
	ceilingHeightM: number | null;
	uses: words.Use[];
	power: 'none' | '230' | '400' | 'unknown';
	accessibility: words.Accessibility;
	maxPersons: number | null;
	availableFrom: string | null;
	priceAmount: number | null;
	priceUnit: words.PriceUnit | null;
	priceType: words.PriceType;
	unitState: words.UnitState;
};

/** Public facts of the detail page that no filter needs. */
export type PublicFacts = {
	outdoor: words.Outdoor[];
	energy?: Details['energy'];
	utilities?: Details['utilities'];
	access?: Details['access'];
	features?: Details['features'];
	toilet?: words.YesNo;
	lift?: words.YesNo;
	areaBasis: words.AreaBasis;
	usesAllowed: words.Use[];
	usesNote?: string;
	divisibleFromM2: number | null;
	directContact: boolean;
};

/** A station on the way of a house: `at` is what people read ("2014", "14. März 2026", "danach"). */
export type WayStep = { at: string; text: string; state: 'done' | 'now' | 'ahead' };
