import { asc, inArray } from 'drizzle-orm';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { editedMunicipalities, isAdmin, type Ctx } from '#modules/people/actor.ts';

/** The municipalities somebody may import for; `anywhere` for administrators, who name it by its key. */
export async function listImportTowns(ctx: Ctx): Promise<{ towns: { ags: string; name: string }[]; anywhere: boolean }> {
	const ags = editedMunicipalities(ctx.actor);
	const rows = ags.length
		? await ctx.db
				.select({ ags: municipalities.ags, name: municipalities.nameShort })
				.from(municipalities)
				.where(inArray(municipalities.ags, ags))
				.orderBy(asc(municipalities.nameShort))
		: [];
	return { towns: rows, anywhere: isAdmin(ctx.actor) };
}
