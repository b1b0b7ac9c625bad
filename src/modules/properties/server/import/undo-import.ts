import { and, eq, inArray } from 'drizzle-orm';
import { addJob } from '#lib/server/jobs.ts';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { importSteps, mayImport, whyNot } from '../../import/import.ts';
import { imports } from '../import-tables.ts';
import { findImport } from './find-import.ts';

/** Has an applied list taken back: by a job, or by the caller when `byJob` is false (then `run-import-undo` follows). */
export async function undoImport(ctx: Ctx, { id, byJob = true }: { id: string; byJob?: boolean }): Promise<void> {
	const found = await findImport(ctx, id);
	if (!mayImport(ctx.actor, found.ags)) throw forbidden();
	const reason = whyNot('undo', found.state);
	if (reason) throw refused('import-state', reason);
	const { created = 0, updated = 0 } = found.report ?? {};
	await ctx.db.transaction(async (db) => {
		const [row] = await db
			.update(imports)
			.set({ state: 'undoing', failure: null, progress: { done: 0, total: created + updated } })
			.where(and(eq(imports.id, id), inArray(imports.state, [...importSteps.undo])))
			.returning({ id: imports.id });
		if (!row) throw refused('import-state', whyNot('undo', 'undoing') ?? '');
		const payload = { importId: id, personId: ctx.actor?.id || null };
		if (byJob) await addJob(db, { task: 'import-undo', payload, key: `import:${id}`, maxAttempts: 3 });
	});
}
