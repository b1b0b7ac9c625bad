import type { actorProfiles, spaceRequests } from './server/tables.ts';

export type SpaceRequest = typeof spaceRequests.$inferSelect;
export type ActorProfile = typeof actorProfiles.$inferSelect;

/** What others may read of a request and of those who seek: an allow-list. Contact data, the private detail and the exact centre are not in it. */
export function toPublicRequest(request: SpaceRequest, actor: ActorProfile) {
	const { id, slug, title, requestKind, summary, commonGood, commonGoodNotes, uses, areaMinM2, areaMaxM2, areaIsHard } = request;
	const { regionAgs, regionName, radiusKm, regionIsHard, settings, startFrom, startLatest, durationMonths, interimOk } = request;
	const { offerModes, offerModesAreHard, maxMonthly, maxPurchase, conditions, selfHelp, heritageOk, accessibilityRequired } = request;
	const {
		publicAccessNeeded,
		peopleNow,
		peopleTarget,
		skillsSought,
		visibility,
		publishedAt,
		expiresAt,
		isDemo,
		updatedAt,
		lastConfirmedAt
	} = request;
	return {
		...{ id, slug, title, requestKind, summary, commonGood, commonGoodNotes, uses, areaMinM2, areaMaxM2, areaIsHard },
		...{ regionAgs, regionName, radiusKm, regionIsHard, settings, startFrom, startLatest, durationMonths, interimOk },
		...{ offerModes, offerModesAreHard, maxMonthly, maxPurchase, conditions, selfHelp, heritageOk, accessibilityRequired },
		...{
			publicAccessNeeded,
			peopleNow,
			peopleTarget,
			skillsSought,
			visibility,
			publishedAt,
			expiresAt,
			isDemo,
			updatedAt,
			lastConfirmedAt
		},
		actor: {
			name: actor.name,
			tagline: actor.tagline,
			actorKind: actor.actorKind,
			size: actor.size,
			offers: actor.offers,
			references: actor.references
		}
	};
}
export type PublicRequest = ReturnType<typeof toPublicRequest>;
