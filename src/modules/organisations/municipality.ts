/** By population alone (100,000 / 20,000 / 5,000): an approximation of the official town and municipality type. Address word to register word. */
export const sizeClasses = {
	grossstadt: 'Großstadt',
	mittelstadt: 'Mittelstadt',
	kleinstadt: 'Kleinstadt',
	landgemeinde: 'Landgemeinde'
} as const;
export type SizeClass = keyof typeof sizeClasses;

export const sizeClassNote =
	'Größenklasse nur nach der Einwohnerzahl berechnet (ab 100.000, 20.000, 5.000): eine Näherung, keine amtliche Einordnung.';

/** Settlement type of the district (BBSR). Address word to register word. */
export const ruralTypes = {
	grossstadt: 'kreisfreie Großstadt',
	staedtisch: 'Städtischer Kreis',
	verdichtet: 'Ländlicher Kreis mit Verdichtungsansätzen',
	laendlich: 'Dünn besiedelter ländlicher Kreis'
} as const;
export type RuralType = keyof typeof ruralTypes;

/** Share of dwellings that stood empty on 15 May 2022; `suppressed` figures are withheld by the statistical offices. */
export type Vacancy = { rate: number | null; status: 'ok' | 'partial' | 'suppressed' | 'missing'; dwellings: number | null };

export const vacancyStatus = (status: string | null): Vacancy['status'] =>
	status === 'ok' || status === 'partial' || status === 'suppressed' ? status : 'missing';

/** "5,3 %", or why there is no figure. */
export function vacancyText({ rate, status }: Vacancy): string {
	if (rate !== null) return `${rate.toLocaleString('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}\u00a0%`;
	return status === 'suppressed' ? 'nicht veröffentlicht' : 'keine Angabe';
}

/** "Landkreis Uckermark", "Region Hannover"; a city that is its own district is simply its name. */
export function districtTitle({ name, type }: { name: string; type: string }): string {
	const saysItself = /kreis|region|verband/i.test(name);
	return /^(Landkreis|Kreis)$/.test(type) && !saysItself ? `${type} ${name}` : name;
}

/** "Stadt", "Markt", "Gemeinde", "gemeindefreies Gebiet": what stands before the name. */
export function kindOf({ type, isUnincorporated }: { type: string; isUnincorporated: boolean }): string {
	if (isUnincorporated) return 'gemeindefreies Gebiet';
	if (/stadt/i.test(type))
		return type === 'Stadt' ? 'Stadt' : type.toLowerCase().includes('große') ? 'Große Kreisstadt' : 'kreisfreie Stadt';
	return type === 'Markt' ? 'Markt' : 'Gemeinde';
}

/** A municipality as a line of a list or a card. */
export type MunicipalityItem = {
	ags: string;
	slug: string;
	name: string;
	type: string;
	isUnincorporated: boolean;
	district: string;
	districtType: string;
	state: string;
	population: number;
	sizeClass: string;
	vacancy: Vacancy;
	lat: number;
	lon: number;
};
