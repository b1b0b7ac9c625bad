import { sql, type SQL } from 'drizzle-orm';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import type { SpaceRequest } from '#modules/requests/to-public-request.ts';
import type { Wish } from '../../pair.ts';

/** The wishes of a request, and nothing else of it. */
export const wishOf = ({ id, ...r }: SpaceRequest): Wish => ({
	requestId: id,
	requestKind: r.requestKind,
	uses: r.uses,
	commonGood: r.commonGood,
	areaMinM2: r.areaMinM2,
	areaMaxM2: r.areaMaxM2,
	areaIsHard: r.areaIsHard,
	regionAgs: r.regionAgs,
	regionName: r.regionName,
	regionLat: r.regionLat,
	regionLon: r.regionLon,
	radiusKm: r.radiusKm,
	regionIsHard: r.regionIsHard,
	settings: r.settings,
	startFrom: r.startFrom,
	startLatest: r.startLatest,
	durationMonths: r.durationMonths,
	interimOk: r.interimOk,
	offerModes: r.offerModes,
	offerModesAreHard: r.offerModesAreHard,
	maxMonthly: r.maxMonthly,
	maxPurchase: r.maxPurchase,
	conditions: r.conditions,
	selfHelp: r.selfHelp,
	heritageOk: r.heritageOk,
	accessibilityRequired: r.accessibilityRequired,
	publicAccessNeeded: r.publicAccessNeeded
});

const wishColumns = {
	...{
		requestId: spaceRequests.id,
		requestKind: spaceRequests.requestKind,
		uses: spaceRequests.uses,
		commonGood: spaceRequests.commonGood
	},
	...{ areaMinM2: spaceRequests.areaMinM2, areaMaxM2: spaceRequests.areaMaxM2, areaIsHard: spaceRequests.areaIsHard },
	...{ regionAgs: spaceRequests.regionAgs, regionName: spaceRequests.regionName, regionLat: spaceRequests.regionLat },
	...{ regionLon: spaceRequests.regionLon, radiusKm: spaceRequests.radiusKm, regionIsHard: spaceRequests.regionIsHard },
	...{ settings: spaceRequests.settings, startFrom: spaceRequests.startFrom, startLatest: spaceRequests.startLatest },
	...{ durationMonths: spaceRequests.durationMonths, interimOk: spaceRequests.interimOk, offerModes: spaceRequests.offerModes },
	...{ offerModesAreHard: spaceRequests.offerModesAreHard, maxMonthly: spaceRequests.maxMonthly, maxPurchase: spaceRequests.maxPurchase },
	...{ conditions: spaceRequests.conditions, selfHelp: spaceRequests.selfHelp, heritageOk: spaceRequests.heritageOk },
	...{ accessibilityRequired: spaceRequests.accessibilityRequired, publicAccessNeeded: spaceRequests.publicAccessNeeded }
};

/** A request in a list of matches: what a card shows, and who hears of it. Contact data is not in it. */
export type WishRow = Wish & {
	slug: string;
	title: string;
	summary: string | null;
	visibility: string;
	actorName: string;
	personId: string;
	isDemo: boolean;
};

export const wishSelection: SQL = sql.join(
	[
		...Object.entries(wishColumns).map(([name, column]) =>
			name === 'startFrom' || name === 'startLatest'
				? sql`${column}::text as ${sql.identifier(name)}`
				: sql`${column} as ${sql.identifier(name)}`
		),
		sql`${spaceRequests.slug} as "slug", ${spaceRequests.title} as "title", ${spaceRequests.summary} as "summary", ${spaceRequests.visibility} as "visibility"`,
		sql`${spaceRequests.isDemo} as "isDemo", ${actorProfiles.name} as "actorName", ${actorProfiles.personId} as "personId"`
	],
	sql`, `
);
export const wishSource: SQL = sql`${spaceRequests} join ${actorProfiles} on ${actorProfiles.id} = ${spaceRequests.actorId}`;
