import { asc, inArray, or, sql } from 'drizzle-orm';
import { forbidden, unauthenticated } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { editedMunicipalities, isAdmin, type Ctx } from '#modules/people/actor.ts';
import { mayKeepOwners } from '../policy.ts';
import { whole } from './internal/figures.ts';
import { owners } from './tables.ts';

export type OwnerTown = { ags: string; name: string };

/** The municipalities whose owners somebody may read: their own; for the administrator all that keep any. Throws 401 and 403. */
export async function listOwnerTowns(ctx: Ctx): Promise<OwnerTown[]> {
	const { actor } = ctx;
	if (!actor) throw unauthenticated();
	const edited = editedMunicipalities(actor).filter((ags) => mayKeepOwners(actor, ags));
	if (!edited.length && !isAdmin(actor)) throw forbidden();
	const keeps = sql`exists (select 1 from ${owners} o where o.ags = ${whole(municipalities.ags)})`;
	return ctx.db
		.select({ ags: municipalities.ags, name: municipalities.nameShort })
		.from(municipalities)
		.where(or(edited.length ? inArray(municipalities.ags, edited) : undefined, isAdmin(actor) ? keeps : undefined))
		.orderBy(asc(municipalities.nameShort));
}
