import { eq } from 'drizzle-orm';
import { caseParties } from '#modules/cases/server/case-tables.ts';
import { municipalities, states } from '#modules/organisations/server/tables.ts';
import { placePages } from '#modules/places/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { StoryPage, Told } from '../../story.ts';
import { turnsOf, voicesOf, type StoryRow, type TurnRow, type VoiceRow } from './story-for.ts';

const pictureOf = ({
	pictureKey: key,
	pictureWidth,
	pictureHeight,
	pictureAlt: alt,
	pictureCredit: credit
}: StoryRow): StoryPage['picture'] => (key ? { key, width: pictureWidth ?? 0, height: pictureHeight ?? 0, alt, credit } : null);

export type Whole = { told: Told; turns: TurnRow[]; voices: VoiceRow[]; page: StoryPage; stateCode: string };

/** A story with all its parts: what is checked before publishing, and the page as everybody would read it, with released voices only. */
export async function loadTold(ctx: Ctx, row: StoryRow): Promise<Whole> {
	const [turns, voices] = [await turnsOf(ctx, row.id), await voicesOf(ctx, row.id)];
	const partyColumns = { name: caseParties.name, email: caseParties.email, phone: caseParties.phone };
	const parties = row.caseId ? await ctx.db.select(partyColumns).from(caseParties).where(eq(caseParties.caseId, row.caseId)) : [];
	const [town] = await ctx.db
		.select({ name: municipalities.nameShort, slug: municipalities.slug, state: states.name, stateCode: municipalities.stateCode })
		.from(municipalities)
		.innerJoin(states, eq(states.code, municipalities.stateCode))
		.where(eq(municipalities.ags, row.ags));
	const placeColumns = { slug: placePages.slug, name: placePages.name };
	const [place] = row.placeId ? await ctx.db.select(placeColumns).from(placePages).where(eq(placePages.placeId, row.placeId)) : [];
	const { title, lead, text, lesson, outcome, use, propertyType, isDemo } = row;
	const picture = pictureOf(row);
	const shown = turns.map(({ hurdle, solution }) => ({ hurdle, solution }));
	return {
		...{ turns, voices, stateCode: town?.stateCode ?? '' },
		told: { title, lead, text, lesson, turns: shown, voices, picture, parties },
		page: {
			...{ slug: row.slug ?? '', title, lead, text, lesson, outcome, turns: shown, picture, use, propertyType, isDemo },
			voices: voices.filter(({ releasedAt }) => releasedAt).map(({ text: said, name, role }) => ({ text: said, name, role })),
			municipality: { name: town?.name ?? '', slug: town?.slug ?? '', state: town?.state ?? '' },
			place: place ?? null,
			publishedAt: ctx.now.toISOString()
		}
	};
}
