import { eq, inArray, and } from 'drizzle-orm';
import { addJob } from '#lib/server/jobs.ts';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { fields } from '../../import/fields.ts';
import { importSteps, mayImport, whyNot } from '../../import/import.ts';
import { headerSignature } from '../../import/layout.ts';
import { chooseColumns as choose, corrected, takenTwice } from '../../import/understand.ts';
import { rememberMapping } from '../internal/import/mappings.ts';
import { imports } from '../import-tables.ts';
import { findImport } from './find-import.ts';

/**
 * Says what the columns mean (by number of column; what is left out stays as guessed), remembers for this municipality what was
 * corrected, and has the list checked: by a job, or by the caller when `byJob` is false.
 */
export async function chooseColumns(
	ctx: Ctx,
	{ id, chosen, byJob = true }: { id: string; chosen: Record<string, string>; byJob?: boolean }
): Promise<void> {
	const found = await findImport(ctx, id);
	if (!mayImport(ctx.actor, found.ags)) throw forbidden();
	const reason = whyNot('check', found.state);
	if (reason) throw refused('import-state', reason);
	const [twice] = takenTwice(chosen);
	if (twice) throw refused('field-twice', `„${fields[twice].label}“ ist zwei Spalten zugeordnet. Bitte wählen Sie eine davon anders.`);
	const columns = choose(found.mapping?.columns ?? [], chosen);
	await ctx.db.transaction(async (db) => {
		const [row] = await db
			.update(imports)
			.set({
				state: 'checking',
				mapping: { columns, remembered: found.mapping?.remembered ?? false },
				progress: { done: 0, total: found.layout?.lines ?? null },
				failure: null,
				report: null
			})
			.where(and(eq(imports.id, id), inArray(imports.state, [...importSteps.check])))
			.returning({ id: imports.id });
		if (!row) throw refused('import-state', whyNot('check', 'checking') ?? '');
		const signature = headerSignature(found.layout?.names ?? []);
		const said = corrected(found.mapping?.columns ?? [], columns);
		await rememberMapping({ ...ctx, db }, { ags: found.ags, signature, columns: said });
		if (byJob) await addJob(db, { task: 'import-check', payload: { importId: id }, key: `import:${id}`, maxAttempts: 3 });
	});
}
