import { sql } from 'drizzle-orm';
import { addJob } from '#lib/server/jobs.ts';
import type { Ctx } from '#modules/people/actor.ts';

const tasks = { checking: 'import-check', applying: 'import-apply', undoing: 'import-undo' } as const;

/**
 * Imports that nobody works on any more because their process died: their job is set anew. Run every minute and at every start.
 * @returns how many
 */
export async function healImports(ctx: Ctx): Promise<number> {
	return ctx.db.transaction(async (db) => {
		const { rows } = await db.execute<{ id: string; state: keyof typeof tasks; person: string | null }>(
			sql`select id, state, created_by as person from imports where state in ('checking', 'applying', 'undoing') and pg_try_advisory_xact_lock(hashtext('import'), hashtext(id::text))`
		);
		for (const { id, state, person } of rows) {
			await addJob(db, { task: tasks[state], payload: { importId: id, personId: person }, key: `import:${id}`, maxAttempts: 3 });
		}
		return rows.length;
	});
}
