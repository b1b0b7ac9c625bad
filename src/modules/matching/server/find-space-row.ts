import { eq } from 'drizzle-orm';
import { municipalityProfiles } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import type { SpaceRow } from '../offers.ts';
import { spaceColumns, withGoals } from './internal/space-rows.ts';

/** A published space as matching reads it; `null` when there is none of that id or slug. */
export async function findSpaceRow(ctx: Pick<Ctx, 'db'>, key: string): Promise<SpaceRow | null> {
	const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(key);
	const [row] = await ctx.db
		.select(spaceColumns)
		.from(spaces)
		.leftJoin(municipalityProfiles, withGoals)
		.where(uuid ? eq(spaces.id, key) : eq(spaces.slug, key));
	return row ?? null;
}
