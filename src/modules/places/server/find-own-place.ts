import { isDeepStrictEqual } from 'node:util';
import { asc, desc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { completeness, whyNotPublish, type PlacePage } from '../place.ts';
import { isGroupOf, mayEditPlace, mayRunPlaces, maySeeApplication } from '../policy.ts';
import { openRooms, type Room } from '../rooms.ts';
import { toPlacePage, type PictureRow, type PlaceRow } from '../to-place-page.ts';
import { loadWhole } from './load-whole.ts';
import { placeFor } from './internal/place-for.ts';
import { placePages, placeSteps } from './tables.ts';

export type PlaceHistory = { machine: string; step: string; from: string; to: string; at: Date; by: string | null; reason: string | null };
export type PlaceDesk = {
	place: Omit<PlaceRow, 'internalNote'> & { rooms: Room[] };
	/** Only for the office of the network. */
	internalNote: string | null;
	pictures: PictureRow[];
	preview: PlacePage;
	missing: string[];
	filled: ReturnType<typeof completeness>;
	publishedAt: Date | null;
	/** Something was changed after the last publication. */
	isAhead: boolean;
	history: PlaceHistory[];
	may: { edit: boolean; isGroup: boolean; run: boolean };
};

/** A place as its group and its network see it. 404 for everybody else. */
export async function findOwnPlace(ctx: Ctx, id: string): Promise<PlaceDesk> {
	const { place, standing } = await placeFor(ctx, id);
	const whole = await loadWhole(ctx, place);
	const preview = toPlacePage(whole);
	const [page] = await ctx.db.select().from(placePages).where(eq(placePages.placeId, id));
	const run = mayRunPlaces(ctx.actor, standing);
	const edit = mayEditPlace(ctx.actor, place, standing);
	const { internalNote, ...shown } = place;
	return {
		place: { ...shown, rooms: openRooms({ edit, seeApplication: maySeeApplication(ctx.actor, place, standing) }) },
		internalNote: run ? internalNote : null,
		pictures: whole.pictures,
		preview,
		missing: whyNotPublish(preview),
		filled: completeness(preview),
		publishedAt: page?.publishedAt ?? null,
		isAhead: !page || !isDeepStrictEqual(page.content, JSON.parse(JSON.stringify(preview))),
		history: await historyOf(ctx, id),
		may: { edit, isGroup: isGroupOf(ctx.actor, place), run }
	};
}

const historyOf = (ctx: Pick<Ctx, 'db'>, id: string): Promise<PlaceHistory[]> =>
	ctx.db
		.select({
			...{ machine: placeSteps.machine, step: placeSteps.step, from: placeSteps.from, to: placeSteps.to },
			...{ at: placeSteps.at, by: people.name, reason: placeSteps.reason }
		})
		.from(placeSteps)
		.leftJoin(people, eq(people.id, placeSteps.byPersonId))
		.where(eq(placeSteps.placeId, id))
		.orderBy(desc(placeSteps.at), desc(placeSteps.id))
		.limit(60);

/** Houses that the public register shows in the municipality of a place, to link one: address word → title. */
export async function listLinkableHouses(ctx: Pick<Ctx, 'db'>, ags: string): Promise<Record<string, string>> {
	const rows = await ctx.db
		.select({ slug: spaces.slug, title: spaces.title })
		.from(spaces)
		.where(eq(spaces.ags, ags))
		.orderBy(asc(spaces.title))
		.limit(200);
	return Object.fromEntries(rows.map(({ slug, title }) => [slug, title]));
}
