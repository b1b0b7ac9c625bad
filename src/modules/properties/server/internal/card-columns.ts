import { sql } from 'drizzle-orm';
import type { SpaceCard } from '../../space-card.ts';

/** What a card needs of `spaces s`, named as `SpaceCard` names it. */
export const cardColumns = sql`s.id, s.slug, s.reference, s.title, s.municipality, s.district_name as "districtName", s.property_type as "propertyType",
	s.storeys, s.area_min_m2 as "areaMinM2", s.area_max_m2 as "areaMaxM2", s.uses, s.offers, s.price_amount as "priceAmount",
	s.price_unit as "priceUnit", s.price_type as "priceType", s.condition, s.heritage, s.lit, s.picture,
	s.published_at as "publishedAt", s.last_confirmed_at as "lastConfirmedAt"`;

/** As raw rows come: moments are still texts. */
export type RawCard = Omit<SpaceCard, 'publishedAt' | 'lastConfirmedAt'> & { publishedAt: string; lastConfirmedAt: string | null };

export const readCard = (row: RawCard): SpaceCard => ({
	...row,
	publishedAt: new Date(row.publishedAt),
	lastConfirmedAt: row.lastConfirmedAt ? new Date(row.lastConfirmedAt) : null
});
