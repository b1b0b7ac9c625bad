import { inArray } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { districts, states } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Region } from '../../region.ts';

/** Throws 422 when a key is none of the register. */
export async function checkRegion(ctx: Pick<Ctx, 'db'>, region: Region): Promise<void> {
	const known = async (table: typeof states | typeof districts, codes: string[]) =>
		codes.length ? (await ctx.db.select({ code: table.code }).from(table).where(inArray(table.code, codes))).length === codes.length : true;
	if (!(await known(states, region.states))) throw refused('no-state', 'Dieses Land gibt es nicht.', 'states');
	if (!(await known(districts, region.districts))) throw refused('no-district', 'Diesen Kreis gibt es nicht.', 'districts');
}
