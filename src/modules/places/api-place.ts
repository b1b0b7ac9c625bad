import { z } from 'zod';
import type { PlacePage } from './place.ts';
import { bookables, legalForms, offerKinds, placeStates } from './vocabulary.ts';

const words = <K extends string>(vocabulary: Record<K, string>) => z.enum(Object.keys(vocabulary) as [K, ...K[]]);

export const apiPlaceQuery = z.object({
	q: z.string().max(100).optional().describe('Wörter aus Name, Ort und Angeboten'),
	state: words(placeStates).optional().describe('im Aufbau, ausgezeichnet oder ruhend'),
	ags: z
		.string()
		.regex(/^\d{8}$/)
		.optional()
		.describe('Kommune'),
	bookable: words(bookables).optional(),
	offer: words(offerKinds).optional(),
	legalForm: words(legalForms).optional(),
	network: z.string().max(80).optional().describe('Adresswort des Netzwerks'),
	limit: z.coerce.number().int().min(1).max(100).default(50),
	cursor: z.string().max(500).optional()
});
export type ApiPlaceQuery = z.output<typeof apiPlaceQuery>;

/** A place as machines read it: the public projection. `lat`, `lon`: the middle of its municipality. */
export const apiPlace = z.object({
	id: z.uuid(),
	slug: z.string(),
	name: z.string(),
	state: words(placeStates),
	awardedOn: z.iso.date().nullable(),
	network: z.string().nullable(),
	ags: z.string(),
	municipality: z.string(),
	lat: z.number(),
	lon: z.number(),
	summary: z.string(),
	offers: z.array(words(offerKinds)),
	bookable: z.array(words(bookables)),
	legalForm: words(legalForms).nullable(),
	completionYear: z.number().int().nullable(),
	website: z.url().nullable(),
	publishedAt: z.iso.datetime(),
	isDemo: z.boolean(),
	url: z.url()
});

type Listed = { content: PlacePage; lat: number; lon: number; publishedAt: Date };

export function placeAnswer({ content: p, lat, lon, publishedAt }: Listed, base: string): z.output<typeof apiPlace> {
	return {
		...{ id: p.id, slug: p.slug, name: p.name, state: p.state, awardedOn: p.awardedOn, network: p.network?.slug ?? null },
		...{ ags: p.municipality.ags, municipality: p.municipality.name, lat, lon, summary: p.summary },
		...{ offers: Object.keys(p.offers) as (keyof typeof offerKinds)[], bookable: p.bookable, legalForm: p.legalForm },
		...{ completionYear: p.completionYear, website: p.website, publishedAt: publishedAt.toISOString(), isDemo: p.isDemo },
		url: `${base}/orte/${p.slug}`
	};
}
