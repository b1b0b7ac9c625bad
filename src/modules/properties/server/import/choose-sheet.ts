import { and, eq, inArray } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { importSteps, mayImport, whyNot } from '../../import/import.ts';
import { unreadable } from '../../import/refusals.ts';
import { understand } from '../../import/understand.ts';
import { recallMapping } from '../internal/import/mappings.ts';
import { imports } from '../import-tables.ts';
import { findImport } from './find-import.ts';

/** Reads another sheet of the uploaded workbook (by name or number from 1) instead. What was checked before is forgotten. */
export async function chooseSheet(ctx: Ctx, { store, id, sheet }: { store: Store; id: string; sheet: string }): Promise<void> {
	const found = await findImport(ctx, id);
	if (!mayImport(ctx.actor, found.ags)) throw forbidden();
	const reason = whyNot('check', found.state);
	if (reason) throw refused('import-state', reason);
	const bytes = await store.get(found.fileKey);
	if (!bytes) throw unreadable('file-gone', 'Die hochgeladene Datei ist nicht mehr da. Bitte laden Sie sie neu hoch.');
	const { layout, columns, signature } = await understand(bytes, sheet);
	const mapping = await recallMapping(ctx, { ags: found.ags, signature, columns });
	const [row] = await ctx.db
		.update(imports)
		.set({ state: 'uploaded', layout, mapping, report: null, failure: null })
		.where(and(eq(imports.id, id), inArray(imports.state, [...importSteps.check])))
		.returning({ id: imports.id });
	if (!row) throw refused('import-state', whyNot('check', 'checking') ?? '');
}
