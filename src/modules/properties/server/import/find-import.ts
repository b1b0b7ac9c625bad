import { eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayImport } from '../../import/import.ts';
import type { Import } from '../internal/import/run.ts';
import { imports } from '../import-tables.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An import with the name of its municipality, for those who may import there. Throws 404 otherwise. */
export async function findImport(ctx: Ctx, id: string): Promise<Import & { town: string }> {
	if (!uuid.test(id)) throw notFound();
	const [row] = await ctx.db
		.select({ all: imports, town: municipalities.nameShort })
		.from(imports)
		.innerJoin(municipalities, eq(municipalities.ags, imports.ags))
		.where(eq(imports.id, id));
	if (!row || !mayImport(ctx.actor, row.all.ags)) throw notFound();
	return { ...row.all, town: row.town };
}
