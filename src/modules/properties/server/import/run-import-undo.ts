import { and, eq, sql } from 'drizzle-orm';
import { log } from '#lib/server/log.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { columnLabel } from '../../import/column-labels.ts';
import type { Kept, Report } from '../../import/import.ts';
import { publishedOf } from '../internal/import/apply-sql.ts';
import { holds, tell } from '../internal/import/run.ts';
import { removeCreated, restoreUpdated } from '../internal/import/undo-sql.ts';
import { projectSpaces } from '../project-space.ts';
import { imports } from '../import-tables.ts';

type Work = { id: string; personId: string | null; watch?: (progress: { done: number; total: number | null }) => void };

/** Column names within a reason, as people call them. */
const inWords = ({ reason, ...kept }: Kept): Kept => ({
	...kept,
	reason: reason.replace(/\b[a-z]+_?[a-z0-9_]*\b/g, (word) => columnLabel(word) ?? word)
});

/**
 * Takes an applied list back in one transaction: all of it or, when the process dies, nothing, and the job begins again. What people have worked on
 * since stays and is named in the report.
 */
export async function runImportUndo(ctx: Ctx, { id, personId, watch }: Work): Promise<Report['undo']> {
	try {
		return await ctx.db.transaction(async (db) => {
			const within = { ...ctx, db };
			if (!(await holds(within, id))) return;
			const [row] = await db
				.select()
				.from(imports)
				.where(and(eq(imports.id, id), eq(imports.state, 'undoing')));
			if (!row?.report) return;
			await db.execute(sql`select pg_advisory_xact_lock(hashtext('import-into'), hashtext(${row.ags}))`);
			const total = row.progress?.total ?? null;
			const say = tell(ctx, { id, total });
			const progress = async (done: number) => {
				watch?.({ done, total });
				await say(done);
			};
			const created = await removeCreated(within, { importId: id, progress });
			const updated = await restoreUpdated(within, { importId: id, personId, progress: (done) => progress(created.seen + done) });
			await projectSpaces(within, await publishedOf(within, id));
			const kept = [...created.kept, ...updated.kept].map(inWords);
			const undo = { removed: created.removed, restored: updated.restored, kept: kept.slice(0, 500) };
			await db
				.update(imports)
				.set({ state: 'undone', undoneAt: ctx.now, progress: null, report: { ...row.report, undo } })
				.where(eq(imports.id, id));
			await recordEvent(within, 'import.undone', { subjectId: id, actorId: personId, data: { ags: row.ags } });
			return undo;
		});
	} catch (error) {
		log.error({ err: error, importId: id }, 'import undo');
		await ctx.db
			.update(imports)
			.set({
				state: 'applied',
				progress: null,
				failure: 'Das Zurücknehmen ist abgebrochen; es wurde nichts geändert. Bitte versuchen Sie es noch einmal.'
			})
			.where(eq(imports.id, id));
		throw error;
	}
}
