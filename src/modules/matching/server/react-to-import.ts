import { sql } from 'drizzle-orm';
import { addJob } from '#lib/server/jobs.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { importRows } from '#modules/properties/server/import-tables.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { reactToSpace } from './react-to-space.ts';
import { matches } from './tables.ts';

/** Spaces matched in one job: about a second of work, so that workers share a long list and a dying one repeats little. */
const perJob = 50;

/**
 * A list was applied or undone: its buildings that are shown, or that somebody has a pair with, are matched anew. An import of thousands
 * tells one event and leaves a job for every 50 of them; what nobody sees costs nothing. Safe to repeat.
 */
export async function reactToImport(ctx: Ctx, importId: string): Promise<void> {
	const { rows } = await ctx.db.execute<{ id: string }>(sql`
		select distinct ${importRows.propertyId} as id from ${importRows}
		where ${importRows.importId} = ${importId} and ${importRows.outcome} = 'updated' and (
			exists (select 1 from ${spaces} where ${spaces.id} = ${importRows.propertyId})
			or exists (select 1 from ${matches} where ${matches.spaceId} = ${importRows.propertyId}))
		order by id`);
	for (let from = 0; from < rows.length; from += perJob) {
		const spaceIds = rows.slice(from, from + perJob).map(({ id }) => id);
		await addJob(ctx.db, { task: 'match-spaces', payload: { spaceIds }, key: `match-spaces:${importId}:${from}` });
	}
}

/** One such job. */
export async function matchSpaces(ctx: Ctx, spaceIds: readonly string[]): Promise<void> {
	for (const id of spaceIds) await reactToSpace(ctx, id);
}
