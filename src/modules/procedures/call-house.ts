import { squareMetres } from '#lib/text/german.ts';
import { addressLine, type Address } from '#modules/properties/address.ts';
import * as words from '#modules/properties/vocabulary.ts';

/** What a call says of its house. */

export type CallHouse = Address & {
	title: string;
	summary: string | null;
	story: string | null;
	publicPrecision: words.Precision;
	propertyType: words.PropertyType;
	constructionYear: number | null;
	usableAreaM2: number | null;
	plotAreaM2: number | null;
	condition: words.Condition;
	heritage: words.Heritage;
	accessibility: words.Accessibility;
	usesWanted: words.Use[];
	usesExcluded: words.Use[];
	isMunicipal: boolean;
	/** Private, and its owner awards it themselves. */
	isOwnerRun?: boolean;
};
export type CallUnit = { label: string; floor: words.Floor; areaMinM2: number | null; areaMaxM2: number | null };
export const said = <K extends string>(vocabulary: Record<K, string>, key: K): string | null =>
	key === 'unknown' ? null : vocabulary[key];
const usesText = (uses: readonly words.Use[]) => uses.map((use) => words.uses[use]).join(', ') || null;

/** The place as exactly as the public may know it. */
function whereText({ publicPrecision, ...house }: CallHouse, town: string): string {
	if (publicPrecision === 'exact') return addressLine(house) || town;
	if (publicPrecision === 'street') return addressLine({ ...house, houseNumber: null }) || town;
	return publicPrecision === 'district' && house.district && house.district !== town ? `${town}, Ortsteil ${house.district}` : town;
}

export const areaText = ({ areaMinM2, areaMaxM2 }: CallUnit): string => {
	const [from, to] = [areaMinM2 ?? areaMaxM2, areaMaxM2 ?? areaMinM2];
	if (from === null || to === null) return 'noch nicht gemessen';
	return from === to ? squareMetres(from) : `${squareMetres(from)} bis ${squareMetres(to)}`;
};

const ownerText = ({ isMunicipal, isOwnerRun }: CallHouse, town: string): string => {
	if (isMunicipal) return `der Kommune ${town}`;
	return isOwnerRun
		? `privat; wem es gehört, vergibt es selbst, und die Kommune ${town} hilft dabei`
		: `privat; die Kommune ${town} bereitet das Verfahren im Auftrag vor`;
};

/** The house in facts, for page and paper; null: nobody knows. */
export const houseFacts = (house: CallHouse, town: string): [string, string | null][] => [
	['Lage', whereText(house, town)],
	['Art', said(words.propertyTypes, house.propertyType)],
	['Baujahr', house.constructionYear === null ? null : String(house.constructionYear)],
	['Nutzbare Fläche', house.usableAreaM2 === null ? null : squareMetres(house.usableAreaM2)],
	['Grundstück', house.plotAreaM2 === null ? null : squareMetres(house.plotAreaM2)],
	['Zustand', said(words.conditions, house.condition)],
	['Denkmal', said(words.heritages, house.heritage)],
	['Barrierefreiheit', said(words.accessibilities, house.accessibility)],
	['Gewünscht', usesText(house.usesWanted)],
	['Nicht möglich', usesText(house.usesExcluded)],
	['Wem es gehört', ownerText(house, town)]
];
