import { and, eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Column } from '../../../import/fields.ts';
import type { Mapping } from '../../../import/import.ts';
import { recallColumns, rememberedBy } from '../../../import/understand.ts';
import { importMappings } from '../../import-tables.ts';

type Header = { ags: string; signature: string; columns: Column[] };

/** The columns as this municipality understood a list with the same header before; else as guessed. */
export async function recallMapping(ctx: Ctx, { ags, signature, columns }: Header): Promise<Mapping> {
	const [last] = await ctx.db
		.select({ mapping: importMappings.mapping })
		.from(importMappings)
		.where(and(eq(importMappings.ags, ags), eq(importMappings.signature, signature)));
	return { columns: last ? recallColumns(columns, last.mapping) : columns, remembered: Boolean(last) };
}

/** Keeps what a person said about these columns, or took over with them; a mere guess is never kept. */
export async function rememberMapping(ctx: Ctx, { ags, signature, columns }: Header): Promise<void> {
	if (!columns.length) return;
	const mapping = rememberedBy(columns);
	await ctx.db
		.insert(importMappings)
		.values({ id: newId(), ags, signature, mapping, updatedAt: ctx.now })
		.onConflictDoUpdate({
			target: [importMappings.ags, importMappings.signature],
			set: { mapping: sql`${importMappings.mapping} || excluded.mapping`, updatedAt: ctx.now }
		});
}
