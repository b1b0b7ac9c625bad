import { and, asc, desc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { casesAtDesk } from '#modules/cases/server/find-desk-viewing.ts';
import { cases } from '#modules/cases/server/case-tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { editedMunicipalities, isAdmin, type Ctx } from '#modules/people/actor.ts';
import { placePages } from '#modules/places/server/tables.ts';
import { whyNotPublish, type Refused, type StoryPage, type StoryState } from '../story.ts';
import { loadTold } from './internal/load-told.ts';
import { storyFor, type StoryRow, type TurnRow, type VoiceRow } from './internal/story-for.ts';
import { stories } from './tables.ts';

export type DeskStory = {
	row: StoryRow;
	turns: TurnRow[];
	voices: VoiceRow[];
	page: StoryPage;
	against: Refused[];
	/** The published places of the municipality, by id. */
	places: Record<string, string>;
};

/** A story as its office works on it, with the page as it would be and what stands against publishing. 404 for everybody else. */
export async function findStory(ctx: Ctx, id: string): Promise<DeskStory> {
	const row = await storyFor(ctx, id);
	const { told, turns, voices, page } = await loadTold(ctx, row);
	const near = await ctx.db
		.select({ id: placePages.placeId, name: placePages.name })
		.from(placePages)
		.where(eq(placePages.ags, row.ags))
		.orderBy(asc(placePages.name))
		.limit(100);
	return { row, turns, voices, page, against: whyNotPublish(told), places: Object.fromEntries(near.map((one) => [one.id, one.name])) };
}

export type ListedStory = { id: string; title: string; state: StoryState; slug: string | null; organisation: string; updatedAt: Date };

/** Stories without a case: those of whoever acts for their organisation. */
function ofOwnTowns({ actor }: Ctx): SQL | undefined {
	const seats = actor?.seats?.filter(({ rights }) => rights !== 'read').map(({ organisationId }) => organisationId) ?? [];
	const mine = isAdmin(actor)
		? sql`${organisations.ags} is not null`
		: or(inArray(organisations.ags, editedMunicipalities(actor)), inArray(organisations.id, seats));
	return and(isNull(stories.caseId), mine);
}

/** The stories that somebody tells, what changed last first; at most 200. */
export async function listStories(ctx: Ctx): Promise<ListedStory[]> {
	const desk = ctx.db
		.select({ id: cases.id })
		.from(cases)
		.innerJoin(organisations, eq(organisations.id, cases.organisationId))
		.where(await casesAtDesk(ctx));
	return ctx.db
		.select({
			...{ id: stories.id, title: stories.title, state: stories.state, slug: stories.slug, organisation: organisations.name },
			updatedAt: stories.updatedAt
		})
		.from(stories)
		.innerJoin(organisations, eq(organisations.id, stories.organisationId))
		.where(or(inArray(stories.caseId, desk), ofOwnTowns(ctx)))
		.orderBy(desc(stories.updatedAt), desc(stories.id))
		.limit(200);
}

/** The story of a case, for whoever works on it already. */
export async function findStoryOf(ctx: Pick<Ctx, 'db'>, caseId: string): Promise<{ id: string; state: StoryState } | null> {
	const [row] = await ctx.db.select({ id: stories.id, state: stories.state }).from(stories).where(eq(stories.caseId, caseId));
	return row ?? null;
}
