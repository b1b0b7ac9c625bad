import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import type { NoticeData } from './add-notice.ts';
import { notices } from './post-tables.ts';

export type Notice = NoticeData & { id: string; kind: string; createdAt: Date };

/** The newest notices of the person who asks; nobody sees another's. What wants an answer stands in `list-asks.ts`. */
export async function listNotices(ctx: Ctx, { limit = 30 }: { limit?: number } = {}): Promise<Notice[]> {
	if (!ctx.actor) return [];
	const rows = await ctx.db
		.select({ id: notices.id, kind: notices.kind, data: notices.data, createdAt: notices.createdAt })
		.from(notices)
		.where(and(eq(notices.personId, ctx.actor.id), isNull(notices.ask), isNull(notices.withdrawnAt)))
		.orderBy(desc(notices.createdAt), desc(notices.id))
		.limit(limit);
	return rows.map(({ data, ...row }) => ({ ...row, ...(data as NoticeData) }));
}
