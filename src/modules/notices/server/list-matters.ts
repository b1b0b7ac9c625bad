import { asc, desc, inArray, sql } from 'drizzle-orm';
import { forbidden, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { MatterState } from '../matter.ts';
import { mayDecideMatters } from '../policy.ts';
import { contentMatters } from './tables.ts';

const pageSize = 30;
const queues = {
	offen: ['open', 'in_review'],
	beschwerden: ['complained'],
	erledigt: ['decided', 'settled']
} as const satisfies Record<string, readonly MatterState[]>;
export type Queue = keyof typeof queues;

const columns = {
	...{ id: contentMatters.id, kind: contentMatters.kind, category: contentMatters.category, state: contentMatters.state },
	...{ dueAt: contentMatters.dueAt, createdAt: contentMatters.createdAt, isDemo: contentMatters.isDemo },
	title: sql<string>`${contentMatters.frozen}->>'title'`,
	notices: sql<number>`(select count(*)::int from content_notices n where n.matter_id = content_matters.id)`,
	measure: sql<string | null>`(select d.measure from content_decisions d where d.matter_id = content_matters.id)`
};

/** The desk: what is due first on top; of what is done the latest. Throws 401, 403. */
export async function listMatters(ctx: Ctx, { queue = 'offen', page = 1 }: { queue?: Queue; page?: number } = {}) {
	if (!ctx.actor) throw unauthenticated();
	if (!mayDecideMatters(ctx.actor)) throw forbidden('Über Hinweise entscheidet, wer die Plattform betreibt.');
	const wanted = inArray(contentMatters.state, [...queues[queue]]);
	const total = await ctx.db.$count(contentMatters, wanted);
	const items = await ctx.db
		.select(columns)
		.from(contentMatters)
		.where(wanted)
		.orderBy(queue === 'erledigt' ? desc(contentMatters.decidedAt) : asc(contentMatters.dueAt), asc(contentMatters.id))
		.limit(pageSize)
		.offset((page - 1) * pageSize);
	return { items, total, pages: Math.max(1, Math.ceil(total / pageSize)), page };
}
