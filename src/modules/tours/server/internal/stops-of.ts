import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import type { Precision } from '#modules/properties/vocabulary.ts';
import { tourStops } from '../tables.ts';

const columns = {
	stop: tourStops,
	house: {
		...{
			title: properties.title,
			lat: properties.lat,
			lon: properties.lon,
			street: properties.street,
			houseNumber: properties.houseNumber
		},
		...{ postalCode: properties.postalCode, city: properties.city, district: properties.district, type: properties.propertyType },
		...{ lastUse: properties.lastUse, condition: properties.condition, area: properties.usableAreaM2, isMunicipal: properties.isMunicipal },
		accessibility: properties.accessibility
	},
	space: {
		...{ slug: spaces.slug, title: spaces.title, lat: spaces.lat, lon: spaces.lon, precision: spaces.precision, lit: spaces.lit },
		...{ type: spaces.propertyType, lastUse: spaces.lastUse, condition: spaces.condition, areaMax: spaces.areaMaxM2 },
		...{ accessibility: spaces.accessibility, summary: spaces.summary }
	}
};

/** The stops of a tour with what the register knows of their houses (never to be shown to the public) and what the public may see of them. */
export const stopsOf = (ctx: Pick<Ctx, 'db'>, viewingId: string) =>
	ctx.db
		.select(columns)
		.from(tourStops)
		.leftJoin(properties, eq(properties.id, tourStops.propertyId))
		.leftJoin(spaces, eq(spaces.id, tourStops.propertyId))
		.where(eq(tourStops.viewingId, viewingId))
		.orderBy(asc(tourStops.position), asc(tourStops.id));

export type FoundStop = Awaited<ReturnType<typeof stopsOf>>[number];

/** How far from the shown point a house may stand, in metres; null where no point is shown at all. */
export const radiusOf: Record<Precision, number | null> = { exact: 0, street: 100, district: 500, municipality: null, hidden: null };
