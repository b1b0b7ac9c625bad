import { and, eq, sql } from 'drizzle-orm';
import { log } from '#lib/server/log.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { Report } from '../../import/import.ts';
import { headerSignature } from '../../import/layout.ts';
import { analyse, insertSlice, publishedOf, refuseConflicts, updateSlice, type Step } from '../internal/import/apply-sql.ts';
import { rememberMapping } from '../internal/import/mappings.ts';
import { holds, tell } from '../internal/import/run.ts';
import { nextReferences } from '../next-references.ts';
import { projectSpaces } from '../project-space.ts';
import { importRows, imports } from '../import-tables.ts';

const slice = 1000;

type Progress = (done: number) => Promise<void>;
type Watch = (progress: { done: number; total: number | null }) => void;

async function countOutcomes(ctx: Ctx, id: string): Promise<Pick<Report, 'created' | 'updated' | 'unchanged' | 'rejected'>> {
	const rows = await ctx.db
		.select({ outcome: importRows.outcome, n: sql<number>`count(*)::int` })
		.from(importRows)
		.where(eq(importRows.importId, id))
		.groupBy(importRows.outcome);
	return { created: 0, updated: 0, unchanged: 0, rejected: 0, ...Object.fromEntries(rows.map((r) => [r.outcome, r.n])) };
}

async function writeAll(ctx: Ctx, step: Step, progress: Progress): Promise<void> {
	const { created } = await countOutcomes(ctx, step.importId);
	const references = created ? await nextReferences(ctx, { ags: step.ags, count: created }) : [];
	let done = 0;
	for (let after = 0; done < created;) {
		const made = await insertSlice(ctx, step, { after, references: references.slice(done, done + slice) });
		if (made.count === 0) break;
		[after, done] = [made.last, done + made.count];
		await progress(done);
	}
	for (let after = 0; ;) {
		const changed = await updateSlice(ctx, step, { after, limit: slice });
		if (changed.count === 0) break;
		[after, done] = [changed.last, done + changed.count];
		await progress(done);
	}
}

/** Public faces follow in the same transaction; an import never publishes. */
async function followUp(ctx: Ctx, step: Step): Promise<void> {
	const published = await publishedOf(ctx, step.importId);
	await projectSpaces(ctx, published);
	await recordEvent(ctx, 'import.applied', { subjectId: step.importId, actorId: step.personId, data: { ags: step.ags } });
}

/**
 * Takes a list over in one transaction: all of it or, when the process dies, nothing, and the job begins again. One list at a time per
 * municipality; what somebody changed since the check is refused row by row.
 */
export async function runImportApply(
	ctx: Ctx,
	{ id, personId, watch }: { id: string; personId: string | null; watch?: Watch }
): Promise<void> {
	try {
		await ctx.db.transaction(async (db) => {
			const within = { ...ctx, db };
			if (!(await holds(within, id))) return;
			const [found] = await db
				.select()
				.from(imports)
				.where(and(eq(imports.id, id), eq(imports.state, 'applying')));
			if (!found?.report) return;
			await db.execute(sql`select pg_advisory_xact_lock(hashtext('import-into'), hashtext(${found.ags}))`);
			const step = { importId: id, ags: found.ags, now: ctx.now, personId };
			const total = found.progress?.total ?? null;
			const say = tell(ctx, { id, total });
			await refuseConflicts(within, step);
			await writeAll(within, step, async (done) => {
				watch?.({ done, total });
				await say(done);
			});
			await followUp(within, step);
			if ((total ?? 0) >= slice) await analyse(within);
			const columns = found.mapping?.columns ?? [];
			await rememberMapping(within, { ags: found.ags, signature: headerSignature(found.layout?.names ?? []), columns });
			const report = { ...found.report, ...(await countOutcomes(within, id)) };
			await db.update(imports).set({ state: 'applied', report, progress: null, appliedAt: ctx.now }).where(eq(imports.id, id));
		});
	} catch (error) {
		log.error({ err: error, importId: id }, 'import apply');
		await ctx.db
			.update(imports)
			.set({
				state: 'checked',
				progress: null,
				failure: 'Das Übernehmen ist abgebrochen; es wurde nichts geändert. Bitte versuchen Sie es noch einmal.'
			})
			.where(eq(imports.id, id));
		throw error;
	}
}
