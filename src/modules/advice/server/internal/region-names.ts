import { listDistricts, listStates } from '#modules/organisations/server/list-districts.ts';
import { districtTitle } from '#modules/organisations/municipality.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** States and districts of the register as people say them, by key. */
export async function regionNames(ctx: Pick<Ctx, 'db'>): Promise<Map<string, string>> {
	const states = await listStates(ctx);
	const districts = await listDistricts(ctx);
	return new Map([
		...states.map(({ code, name }) => [code, name] as const),
		...districts.map((one) => [one.code, districtTitle(one)] as const)
	]);
}
