import { z } from 'zod';
import { missingFacts } from './space-card.ts';
import { addressWord } from './space-filter.ts';
import type { SpaceRow } from './to-space.ts';
import * as words from './vocabulary.ts';

type PublicFace = Omit<SpaceRow, 'searchText'>;

/** What machines may ask of the public spaces, and what they get. The names are the contract: they grow, they do not change. */

const codes = <K extends string>(vocabulary: Record<K, string>) => Object.keys(vocabulary) as [K, ...K[]];
const someOf = <K extends string>(vocabulary: Record<K, string>, description: string) =>
	z
		.preprocess(
			(value) =>
				(value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value])
					.flatMap((item) => String(item).split(','))
					.map((item) => codes(vocabulary).find((code) => addressWord(vocabulary[code]) === item) ?? item),
			z.array(z.enum(codes(vocabulary)))
		)
		.describe(description);
const number = (description: string) =>
	z.coerce.number({ error: 'Bitte eine Zahl angeben, mit Punkt vor den Nachkommastellen.' }).describe(description);

export const apiSpaceQuery = z
	.object({
		q: z.string().trim().max(120).optional().describe('Wörter, Wortteile, Postleitzahlen; Tippfehler werden verziehen'),
		ags: z
			.string()
			.regex(/^\d{8}$/, 'Der amtliche Gemeindeschlüssel hat acht Ziffern.')
			.optional()
			.describe('Amtlicher Gemeindeschlüssel, acht Ziffern'),
		lat: number('Breite in Grad (WGS84), zusammen mit lon').min(-90).max(90).optional(),
		lon: number('Länge in Grad (WGS84), zusammen mit lat').min(-180).max(180).optional(),
		radiusKm: number('Umkreis um lat und lon in Kilometern').min(0.1).max(500).default(25),
		areaMin: number('mindestens so viele Quadratmeter').min(0).optional(),
		areaMax: number('höchstens so viele Quadratmeter').min(0).optional(),
		onlyKnown: z
			.enum(['true', 'false'])
			.default('false')
			.transform((value) => value === 'true')
			.describe('true lässt Räume weg, deren Fläche niemand kennt; sonst stehen sie nach den bekannten'),
		use: someOf(words.uses, 'gewünschte Nutzung, mehrere möglich'),
		offer: someOf(words.offerModes, 'Angebotsform, mehrere möglich'),
		limit: number('Einträge je Seite').int().min(1).max(100).default(20),
		cursor: z.string().max(300).optional().describe('Fortsetzung aus „next“')
	})
	.refine((query) => (query.lat === undefined) === (query.lon === undefined), { error: 'lat und lon gehören zusammen.', path: ['lat'] });

export type ApiSpaceQuery = z.output<typeof apiSpaceQuery>;

export const apiSpace = z.object({
	id: z.uuid(),
	slug: z.string(),
	reference: z.string(),
	title: z.string(),
	summary: z.string().nullable(),
	ags: z.string(),
	municipality: z.string(),
	lat: z.number().nullable().describe('Grad, so unscharf wie precision sagt; null, wenn die Lage verborgen ist'),
	lon: z.number().nullable(),
	precision: z.enum(codes(words.precisions)),
	propertyType: z.enum(codes(words.propertyTypes)),
	areaMin: z.number().nullable().describe('kleinster Teil, m²'),
	areaMax: z.number().nullable().describe('das Ganze, m²'),
	uses: z.array(z.enum(codes(words.uses))),
	offers: z.array(z.enum(codes(words.offerModes))),
	price: z.object({
		amount: z.number().nullable(),
		unit: z.enum(codes(words.priceUnits)).nullable(),
		type: z.enum(codes(words.priceTypes))
	}),
	condition: z.enum(codes(words.conditions)),
	heritage: z.enum(codes(words.heritages)),
	accessibility: z.enum(codes(words.accessibilities)),
	availableFrom: z.string().nullable(),
	unknown: z.array(z.enum(codes(missingFacts))).describe('wonach gefragt wurde und was hier unbekannt ist'),
	isDemo: z.boolean(),
	lastConfirmedAt: z.string().nullable(),
	publishedAt: z.string(),
	url: z.url()
});
export type ApiSpace = z.output<typeof apiSpace>;

export const apiUnit = z.object({
	id: z.uuid(),
	label: z.string(),
	unitType: z.enum(codes(words.unitTypes)),
	floor: z.enum(codes(words.floors)),
	areaMinM2: z.number().nullable(),
	areaMaxM2: z.number().nullable(),
	uses: z.array(z.enum(codes(words.uses))),
	unitState: z.enum(codes(words.unitStates))
});

export const apiSpaceDetail = apiSpace.extend({ story: z.string().nullable(), storeys: z.number().nullable(), units: z.array(apiUnit) });
export type ApiSpaceDetail = z.output<typeof apiSpaceDetail>;

/** One space with its parts, as machines read it. */
export const apiSpaceOf = (space: PublicFace, url: string): ApiSpaceDetail => ({
	...{
		id: space.id,
		slug: space.slug,
		reference: space.reference,
		title: space.title,
		summary: space.summary ?? null,
		story: space.story ?? null
	},
	...{ ags: space.ags, municipality: space.municipality, lat: space.lat ?? null, lon: space.lon ?? null, precision: space.precision },
	...{
		propertyType: space.propertyType,
		storeys: space.storeys ?? null,
		areaMin: space.areaMinM2 ?? null,
		areaMax: space.areaMaxM2 ?? null
	},
	...{ uses: space.uses, offers: space.offers, condition: space.condition, heritage: space.heritage, accessibility: space.accessibility },
	price: { amount: space.priceAmount ?? null, unit: space.priceUnit ?? null, type: space.priceType },
	availableFrom: space.availableFrom ?? null,
	unknown: [],
	isDemo: space.isDemo,
	lastConfirmedAt: space.lastConfirmedAt?.toISOString() ?? null,
	publishedAt: space.publishedAt.toISOString(),
	units: space.units.map(({ id, label, unitType, floor, areaMinM2, areaMaxM2, uses, unitState }) => ({
		...{ id, label, unitType, floor, areaMinM2, areaMaxM2, uses, unitState }
	})),
	url
});
