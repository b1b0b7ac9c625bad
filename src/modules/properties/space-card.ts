import type { PublicPicture } from './facts.ts';
import type * as words from './vocabulary.ts';

/** What somebody asked for and nobody knows of a space. */
export type MissingFact = 'area' | 'rent' | 'purchase' | 'free' | 'heritage' | 'access';
export const missingFacts: Record<MissingFact, string> = {
	area: 'Fläche',
	rent: 'Miete',
	purchase: 'Kaufpreis',
	free: 'Verfügbarkeit',
	heritage: 'Denkmalschutz',
	access: 'Barrierefreiheit'
};

/** What a list shows of a published space. Areas m², money euro, distance kilometres from the place that was asked for. */
export type SpaceCard = {
	id: string;
	slug: string;
	reference: string;
	title: string;
	municipality: string;
	districtName: string;
	propertyType: words.PropertyType;
	storeys: number | null;
	areaMinM2: number | null;
	areaMaxM2: number | null;
	uses: words.Use[];
	offers: words.OfferMode[];
	priceAmount: number | null;
	priceUnit: words.PriceUnit | null;
	priceType: words.PriceType;
	condition: words.Condition;
	heritage: words.Heritage;
	lit: number;
	picture: PublicPicture | null;
	publishedAt: Date;
	lastConfirmedAt: Date | null;
	distanceKm: number | null;
	/** Of what the filter asks: what is unknown here. */
	missing: MissingFact[];
};
