import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import { matchable } from './internal/request-stages.ts';
import { reactToRequest } from './react-to-request.ts';
import { matches } from './tables.ts';

/** Requests that came in without an event (a restored backup, a generated world) find their spaces too: the newest 200 that have none yet. */
export async function matchMissing(ctx: Ctx): Promise<number> {
	const open = matchable(['public', 'network', 'municipalities_only', 'private']);
	const { rows } = await ctx.db.execute<{ id: string }>(
		sql`select ${spaceRequests.id} as id from ${spaceRequests}
			where ${open} and not exists (select 1 from ${matches} where ${matches.requestId} = ${spaceRequests.id})
			order by ${spaceRequests.publishedAt} desc limit 200`
	);
	for (const { id } of rows) await reactToRequest(ctx, id);
	return rows.length;
}
