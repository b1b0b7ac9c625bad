import { dayOf } from '#lib/calendar.ts';
import { Refusal } from '#lib/refusal.ts';
import { listStates } from '#modules/organisations/server/list-districts.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findSpace } from '#modules/properties/server/find-space.ts';
import { asksFacts, isAsked, readProgrammeFilter, type ProgrammeFilter } from '../filter.ts';
import { isStale } from '../programme.ts';
import { regionText } from '../region.ts';
import { nothingKnown, suggestProgrammes, type Facts, type Suggestion } from '../suggest.ts';
import { publishedProgrammes } from './internal/published-programmes.ts';
import { regionNames } from './internal/region-names.ts';

export const programmesPerPage = 20;

type House = Pick<Facts, 'stateCode' | 'districtCode' | 'heritage' | 'condition' | 'uses'> & { slug: string; title: string };

/** What everybody may know of a public house; one that is not public says nothing. */
async function houseOf(ctx: Ctx, slug: string | null): Promise<House | null> {
	if (!slug) return null;
	return findSpace({ ...ctx, actor: null }, slug).catch((error) => {
		if (error instanceof Refusal) return null;
		throw error;
	});
}

function factsOf(filter: ProgrammeFilter, house: House | null): Facts {
	const { stateCode, districtCode, heritage, condition, uses } = house ?? nothingKnown;
	return {
		...nothingKnown,
		...{ stateCode: filter.state ?? stateCode, districtCode: filter.state && filter.state !== stateCode ? null : districtCode },
		...{ heritage: filter.monument ? ({ ja: 'single_monument', nein: 'none' } as const)[filter.monument] : heritage, condition, uses },
		applicant: filter.applicant
	};
}

/** The public directory of programmes: narrowed by words and purpose, weighed by what else is said, what was not looked at for long at the end. */
export async function viewProgrammes(ctx: Ctx, query: URLSearchParams) {
	const filter = readProgrammeFilter(query);
	const today = dayOf(ctx.now);
	const [names, states] = [await regionNames(ctx), await listStates(ctx)];
	const house = await houseOf(ctx, filter.space);
	const asked = (await publishedProgrammes(ctx)).filter((programme) => isAsked(programme, filter));
	const { suggested, excluded } = suggestProgrammes(asked, factsOf(filter, house), today);
	const stale = ({ programme }: Suggestion) => Number(isStale(programme, today));
	const byTitle = (a: Suggestion, b: Suggestion) => a.programme.title.localeCompare(b.programme.title, 'de');
	const weighs = asksFacts(filter);
	const items = suggested.sort((a, b) => stale(a) - stale(b) || (weighs ? 0 : byTitle(a, b)));
	const shown = ({ programme, ...why }: Suggestion) => ({ ...why, programme: { ...programme, where: regionText(programme, names) } });
	const from = (filter.page - 1) * programmesPerPage;
	return {
		...{ filter, states, today, weighs, total: items.length, pages: Math.max(1, Math.ceil(items.length / programmesPerPage)) },
		house: house && { slug: house.slug, title: house.title },
		items: items.slice(from, from + programmesPerPage).map(shown),
		excluded: excluded.map(shown)
	};
}
export type ProgrammesView = Awaited<ReturnType<typeof viewProgrammes>>;
export type ShownSuggestion = ProgrammesView['items'][number];
