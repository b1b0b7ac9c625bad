import { dayOf } from '#lib/calendar.ts';
import { addressKey } from './address.ts';
import type { FieldGroup, Provenance } from './facts.ts';
import type { PropertyInput } from './forms.ts';
import { propertyTypes, type Source } from './vocabulary.ts';

/** Which fields a group of provenance speaks of. */
export const groups: Record<FieldGroup, readonly (keyof PropertyInput)[]> = {
	address: ['street', 'houseNumber', 'postalCode', 'city', 'district'],
	location: ['lat', 'lon', 'locationSource', 'setting'],
	building: ['propertyType', 'constructionYear', 'epoch', 'storeys', 'heritage', 'accessibility', 'publicAccess'],
	areas: ['usableAreaM2', 'livingAreaM2', 'grossAreaM2', 'plotAreaM2', 'areaBasis', 'divisibleFromM2', 'outdoor'],
	vacancy: ['vacancyDegree', 'vacantSince', 'vacantSincePrecision', 'lastUse', 'lastPermittedUse'],
	condition: ['condition'],
	offer: ['offerModes', 'availableFrom', 'availableUntil', 'availabilityKind', 'directContact'],
	price: ['priceAmount', 'priceUnit', 'priceType', 'ancillaryCosts'],
	uses: ['usesAllowed', 'usesWanted', 'usesExcluded'],
	texts: ['title', 'summary', 'story']
};

const said = (value: unknown) =>
	value !== undefined &&
	value !== null &&
	value !== '' &&
	value !== 'unknown' &&
	value !== false &&
	!(Array.isArray(value) && !value.length);

/** Source and Stand of every group that says something; a group whose facts did not change keeps what it had. */
export function provenanceOf(
	input: PropertyInput,
	{
		source,
		asOf,
		before,
		had = {}
	}: { source: Source; asOf: Date; before?: Partial<Record<keyof PropertyInput, unknown>>; had?: Provenance }
): Provenance {
	const day = dayOf(asOf);
	const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
	const entries = Object.entries(groups).flatMap(([name, fields]): [string, Provenance[FieldGroup]][] => {
		const group = name as FieldGroup;
		if (!fields.some((field) => said(input[field]))) return [];
		const unchanged = before && had[group] && fields.every((field) => same(input[field], before[field]));
		return [[group, unchanged ? had[group] : { source, asOf: day }]];
	});
	return Object.fromEntries(entries);
}

/** A name that gives no address away: "Gasthof in Angermünde". */
export const titleOf = (input: Pick<PropertyInput, 'title' | 'propertyType' | 'district' | 'city'>, town: string): string =>
	input.title ??
	`${input.propertyType === 'unknown' ? 'Gebäude' : propertyTypes[input.propertyType]} in ${input.district ?? input.city ?? town}`;

/** The columns of `properties` that a person's words decide; null where nothing was said. */
export function propertyValues(input: PropertyInput, town: string) {
	const { lat = null, lon = null } = input;
	return {
		...input,
		title: titleOf(input, town),
		summary: input.summary ?? null,
		story: input.story ?? null,
		externalId: input.externalId ?? null,
		street: input.street ?? null,
		houseNumber: input.houseNumber ?? null,
		postalCode: input.postalCode ?? null,
		city: input.city ?? null,
		district: input.district ?? null,
		rawAddress: input.rawAddress ?? null,
		addressKey: addressKey(input),
		lat,
		lon,
		constructionYear: input.constructionYear ?? null,
		storeys: input.storeys ?? null,
		usableAreaM2: input.usableAreaM2 ?? null,
		livingAreaM2: input.livingAreaM2 ?? null,
		grossAreaM2: input.grossAreaM2 ?? null,
		plotAreaM2: input.plotAreaM2 ?? null,
		divisibleFromM2: input.divisibleFromM2 ?? null,
		vacantSince: input.vacantSince ?? null,
		vacantSincePrecision: input.vacantSincePrecision ?? null,
		lastPermittedUse: input.lastPermittedUse ?? null,
		availableFrom: input.availableFrom ?? null,
		availableUntil: input.availableUntil ?? null,
		priceAmount: input.priceAmount ?? null,
		priceUnit: input.priceUnit ?? null,
		ancillaryCosts: input.ancillaryCosts ?? null
	};
}
