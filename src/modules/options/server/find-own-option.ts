import { eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { placePages, places } from '#modules/places/server/tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { isRunning } from '../option.ts';
import { holderFor, type HolderKey } from './internal/holder-for.ts';
import { loadWhole } from './internal/load-whole.ts';

/** What a group reads of its option: all but who in the office decided what, fees of others, and the contract itself. Throws 401, 404, 410. */
export async function findOwnOption(ctx: Ctx, key: HolderKey) {
	const { option, role } = await holderFor(ctx, key);
	const { milestones, between, talks, remedies } = await loadWhole(ctx, option);
	const [about] = await ctx.db
		.select({
			house: properties.title,
			town: municipalities.nameShort,
			procedure: procedures.title,
			procedureState: procedures.state,
			slug: procedures.slug
		})
		.from(procedures)
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.innerJoin(municipalities, eq(municipalities.ags, properties.ags))
		.where(eq(procedures.id, option.procedureId));
	const [place] = option.placeId
		? await ctx.db
				.select({ id: places.id, name: places.name, slug: placePages.slug })
				.from(places)
				.leftJoin(placePages, eq(placePages.placeId, places.id))
				.where(eq(places.id, option.placeId))
		: [];
	const { id, holderName, state, startsOn, endsOn, feeCents, feeIsCredited, terms, extensionCount, mostExtensions } = option;
	return {
		...{ id, holderName, state, startsOn, endsOn, feeCents, feeIsCredited, terms, extensionCount, mostExtensions, role },
		...{ today: dayOf(ctx.now), isRunning: isRunning(state), endReason: option.endReason, returnDeclaredAt: option.returnDeclaredAt },
		...{ contractOn: option.contractOn, worksOn: option.worksOn, usedOn: option.usedOn, place: place ?? null },
		...{ house: about?.house ?? '', town: about?.town ?? '', procedure: about?.procedure ?? '' },
		milestones: milestones.map(({ id: milestoneId, title, description, dueOn, stand, state: at, reason, moves, reports }) => ({
			...{ id: milestoneId, title, description, dueOn, stand, state: at, reason, reports, canReport: moves.includes('report') }
		})),
		...{ between, remedies: remedies.map(({ id: remedyId, what, until, state: at }) => ({ id: remedyId, what, until, state: at })) },
		talks: talks.map(({ id: talkId, on, note, isHeld }) => ({ id: talkId, on, note, isHeld }))
	};
}
export type OwnOption = Awaited<ReturnType<typeof findOwnOption>>;
