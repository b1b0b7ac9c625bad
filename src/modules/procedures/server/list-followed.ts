import { and, desc, eq } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { stateAt } from '../open.ts';
import { shownPage } from './internal/page.ts';
import { procedureFollowers, procedurePages } from './publication-tables.ts';

const most = 200;
const { procedureId: id, slug, title, town, kind, state, deadline, isDemo } = procedurePages;

/** The public procedures that whoever asks follows, the newest first. What the operator withholds is not among them. Throws 401. */
export async function listFollowed(ctx: Ctx) {
	if (!ctx.actor) throw unauthenticated();
	const rows = await ctx.db
		.select({ id, slug, title, town, kind, state, deadline, isDemo, since: procedureFollowers.since })
		.from(procedureFollowers)
		.innerJoin(procedurePages, eq(procedurePages.procedureId, procedureFollowers.procedureId))
		.where(and(eq(procedureFollowers.personId, ctx.actor.id), shownPage))
		.orderBy(desc(procedureFollowers.since), desc(id))
		.limit(most);
	return rows.map((row) => ({ ...row, state: stateAt(row, ctx.now) }));
}
export type FollowedProcedure = Awaited<ReturnType<typeof listFollowed>>[number];
