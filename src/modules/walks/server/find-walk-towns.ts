import { asc, inArray } from 'drizzle-orm';
import { forbidden } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { editedMunicipalities, type Ctx } from '#modules/people/actor.ts';
import { mayWalk } from '../policy.ts';

export type Chosen = { ags: string; towns: { ags: string; name: string }[] };

/** Which municipality somebody walks: the one named, else their first. 403 where there is none. */
export async function chooseWalk(ctx: Ctx, wanted: string | null): Promise<Chosen> {
	const own = editedMunicipalities(ctx.actor);
	const ags = wanted ?? own[0];
	if (!ags || !mayWalk(ctx.actor, ags)) throw forbidden('Rundgänge macht, wer in einer Kommune das Register führt.');
	const { ags: key, nameShort: name } = municipalities;
	const towns = own.length
		? await ctx.db
				.select({ ags: key, name })
				.from(municipalities)
				.where(inArray(municipalities.ags, own))
				.orderBy(asc(municipalities.nameShort))
		: [];
	return { ags, towns };
}
