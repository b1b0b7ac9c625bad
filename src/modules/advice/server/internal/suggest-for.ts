import { dayOf } from '#lib/calendar.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { regionText } from '../../region.ts';
import { suggestProgrammes, type Facts, type Suggestion } from '../../suggest.ts';
import { publishedProgrammes } from './published-programmes.ts';
import { regionNames } from './region-names.ts';

/** The published programmes held against facts, the best first, with where they hold. */
export async function suggestFor(ctx: Ctx, facts: Facts) {
	const today = dayOf(ctx.now);
	const names = await regionNames(ctx);
	const { suggested, excluded } = suggestProgrammes(await publishedProgrammes(ctx), facts, today);
	const shown = ({ programme, ...why }: Suggestion) => ({ ...why, programme: { ...programme, where: regionText(programme, names) } });
	return { applicant: facts.applicant, today, suggested: suggested.map(shown), excluded: excluded.map(shown) };
}
export type ShownSuggestions = Awaited<ReturnType<typeof suggestFor>>;
