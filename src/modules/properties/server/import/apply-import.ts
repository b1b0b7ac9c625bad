import { and, eq, inArray } from 'drizzle-orm';
import { addJob } from '#lib/server/jobs.ts';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { importSteps, mayImport, whyNot } from '../../import/import.ts';
import { imports } from '../import-tables.ts';
import { findImport } from './find-import.ts';

/** Has a checked list taken over: by a job, or by the caller when `byJob` is false (then `run-import-apply` follows). */
export async function applyImport(ctx: Ctx, { id, byJob = true }: { id: string; byJob?: boolean }): Promise<void> {
	const found = await findImport(ctx, id);
	if (!mayImport(ctx.actor, found.ags)) throw forbidden();
	const reason = whyNot('apply', found.state);
	if (reason) throw refused('import-state', reason);
	const { created = 0, updated = 0 } = found.report ?? {};
	if (created + updated === 0)
		throw refused('nothing-to-apply', 'In dieser Liste ist nichts Neues und nichts Geändertes; es gibt nichts zu übernehmen.');
	await ctx.db.transaction(async (db) => {
		const [row] = await db
			.update(imports)
			.set({ state: 'applying', progress: { done: 0, total: created + updated } })
			.where(and(eq(imports.id, id), inArray(imports.state, [...importSteps.apply])))
			.returning({ id: imports.id });
		if (!row) throw refused('import-state', whyNot('apply', 'applying') ?? '');
		const payload = { importId: id, personId: ctx.actor?.id || null };
		if (byJob) await addJob(db, { task: 'import-apply', payload, key: `import:${id}`, maxAttempts: 3 });
	});
}
