import { desc, eq, inArray } from 'drizzle-orm';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { editedMunicipalities, isAdmin, type Ctx } from '#modules/people/actor.ts';
import type { ImportState, Report } from '../../import/import.ts';
import { imports } from '../import-tables.ts';

export type ImportLine = {
	id: string;
	fileName: string;
	state: ImportState;
	town: string;
	createdAt: Date;
	appliedAt: Date | null;
	report: Report | null;
};

/** The last lists of the municipalities somebody edits, newest first. */
export async function listImports(ctx: Ctx, limit = 30): Promise<ImportLine[]> {
	const ags = editedMunicipalities(ctx.actor);
	if (!isAdmin(ctx.actor) && ags.length === 0) return [];
	return ctx.db
		.select({
			id: imports.id,
			fileName: imports.fileName,
			state: imports.state,
			town: municipalities.nameShort,
			createdAt: imports.createdAt,
			appliedAt: imports.appliedAt,
			report: imports.report
		})
		.from(imports)
		.innerJoin(municipalities, eq(municipalities.ags, imports.ags))
		.where(isAdmin(ctx.actor) ? undefined : inArray(imports.ags, ags))
		.orderBy(desc(imports.createdAt))
		.limit(limit);
}
