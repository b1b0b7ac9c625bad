import { asc } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { districts, states } from './tables.ts';

export type StateChoice = { code: string; name: string; slug: string };
export type DistrictChoice = { code: string; name: string; type: string; stateCode: string };

export const listStates = (ctx: Pick<Ctx, 'db'>): Promise<StateChoice[]> => ctx.db.select().from(states).orderBy(asc(states.name));

/** All districts by name: 401 of them, narrowed by the page to the chosen state. */
export const listDistricts = (ctx: Pick<Ctx, 'db'>): Promise<DistrictChoice[]> =>
	ctx.db
		.select({ code: districts.code, name: districts.name, type: districts.type, stateCode: districts.stateCode })
		.from(districts)
		.orderBy(asc(districts.name), asc(districts.code));
