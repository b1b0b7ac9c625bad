import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import { matchable } from './request-stages.ts';
import { wishSelection, wishSource, type WishRow } from './wish-rows.ts';

/** The request when it seeks a space and is published, for whomever; else `null`. */
export async function matchableNow(ctx: Pick<Ctx, 'db'>, requestId: string): Promise<WishRow | null> {
	const open = matchable(['public', 'network', 'municipalities_only', 'private']);
	const { rows } = await ctx.db.execute<WishRow>(
		sql`select ${wishSelection} from ${wishSource} where ${eq(spaceRequests.id, requestId)} and ${open}`
	);
	return rows[0] ?? null;
}
