import { eq, sql, type SQL } from 'drizzle-orm';
import { municipalityProfiles } from '#modules/organisations/server/tables.ts';
import type { CommonGood } from '#modules/properties/vocabulary.ts';
import { spaces } from '#modules/properties/server/tables.ts';

/** The columns of the projection that matching reads, with the goals of the municipality. */
export const spaceColumns = {
	id: spaces.id,
	slug: spaces.slug,
	title: spaces.title,
	ags: spaces.ags,
	municipality: spaces.municipality,
	lat: spaces.lat,
	lon: spaces.lon,
	setting: spaces.setting,
	areaMinM2: spaces.areaMinM2,
	areaMaxM2: spaces.areaMaxM2,
	uses: spaces.uses,
	usesExcluded: spaces.usesExcluded,
	offers: spaces.offers,
	priceMonthly: spaces.priceMonthly,
	pricePurchase: spaces.pricePurchase,
	priceType: spaces.priceType,
	condition: spaces.condition,
	heritage: spaces.heritage,
	accessibility: spaces.accessibility,
	publicAccess: spaces.publicAccess,
	availableFrom: spaces.availableFrom,
	availableUntil: spaces.availableUntil,
	availabilityKind: spaces.availabilityKind,
	facts: spaces.facts,
	units: spaces.units,
	goals: sql<CommonGood[] | null>`${municipalityProfiles.goals}`.as('goals')
};

export const withGoals = eq(municipalityProfiles.ags, spaces.ags);

/** One row as the driver hands it over from a cursor: the columns above under their names here. */
export const spaceSelection: SQL = sql.join(
	Object.entries(spaceColumns).map(([name, column]) =>
		name === 'goals' ? sql`${municipalityProfiles.goals} as "goals"` : sql`${column} as ${sql.identifier(name)}`
	),
	sql`, `
);

export const spaceSource: SQL = sql`${spaces} left join ${municipalityProfiles} on ${withGoals}`;
