import { inArray } from 'drizzle-orm';
import { municipalityProfiles } from '#modules/organisations/server/tables.ts';
import { editedMunicipalities, type Ctx } from '#modules/people/actor.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { findRequest } from '#modules/requests/server/find-request.ts';
import { offersOf } from '../offers.ts';
import { scoreSpace } from '../score.ts';
import { findWeights } from './find-weights.ts';
import { spaceColumns, withGoals } from './internal/space-rows.ts';
import { findWish } from './score-stored-pair.ts';

/** Which of the municipality's own published spaces fit a request, the best five; at most 2,000 are looked at. */
export async function listFittingSpaces(ctx: Ctx, requestId: string) {
	await findRequest(ctx, requestId);
	const [wish, weights] = [await findWish(ctx, requestId), await findWeights(ctx)];
	const towns = editedMunicipalities(ctx.actor);
	if (!wish || !towns.length) return [];
	const rows = await ctx.db
		.select(spaceColumns)
		.from(spaces)
		.leftJoin(municipalityProfiles, withGoals)
		.where(inArray(spaces.ags, towns))
		.limit(2000);
	return rows
		.map((space) => ({
			id: space.id,
			title: space.title,
			municipality: space.municipality,
			...scoreSpace(offersOf(space), wish, weights).result
		}))
		.filter((hit) => !hit.excluded)
		.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
		.slice(0, 5)
		.map(({ id, title, municipality, score, reliability }) => ({ id, title, municipality, score, reliability }));
}
