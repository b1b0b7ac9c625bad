import { sql } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import type { Answer, Ask } from '../ask.ts';
import type { NoticeData } from './add-notice.ts';
import { standsIn, isCurrent } from './internal/readers.ts';

export type ListedAsk = {
	id: string;
	title: string;
	text: string;
	ask: Ask;
	sender: string | null;
	minutes: number;
	dueAt: Date | null;
	createdAt: Date;
	standsInFor: string | null;
	answer: Answer | null;
	answeredAt: Date | null;
	/** Who answered, when it was somebody else. */
	answeredBy: string | null;
};

type Row = Omit<ListedAsk, 'title' | 'text' | 'dueAt' | 'createdAt' | 'answeredAt'> & {
	data: NoticeData;
	dueAt: string | null;
	createdAt: string;
	answeredAt: string | null;
};

/**
 * What waits for an answer of the person who asks, their own and what they stand in for, the most urgent first; and what was answered in the last weeks and can
 * still be changed or looked at, by whomever.
 */
export async function listAsks(ctx: Ctx): Promise<{ open: ListedAsk[]; answered: ListedAsk[] }> {
	if (!ctx.actor) return { open: [], answered: [] };
	const me = ctx.actor.id;
	const { rows } = await ctx.db.execute<Row>(sql`
		select n.id, n.data, n.ask, n.sender_name as sender, n.minutes, n.due_at as "dueAt", n.created_at as "createdAt", n.answer, n.answered_at as "answeredAt",
			case when n.person_id <> ${me}::uuid then o.name end as "standsInFor", case when n.answered_by <> ${me}::uuid then b.name end as "answeredBy"
		from notices n join people o on o.id = n.person_id left join people b on b.id = n.answered_by
		where n.ask is not null and n.withdrawn_at is null
			and (n.person_id = ${me}::uuid or n.answered_by = ${me}::uuid or exists (select 1 from deputies d where ${standsIn(ctx.now)} and d.deputy_id = ${me}::uuid))
			and case when n.answered_at is null then ${isCurrent(ctx.now)} else n.answered_at > ${ctx.now.toISOString()}::timestamptz - interval '60 days' end
		order by n.due_at nulls last, n.created_at, n.id limit 500`);
	const moment = (text: string | null) => (text === null ? null : new Date(text));
	const asks = rows.map(({ data, ...row }) => ({
		...row,
		...{
			title: data.title,
			text: data.text,
			dueAt: moment(row.dueAt),
			createdAt: new Date(row.createdAt),
			answeredAt: moment(row.answeredAt)
		}
	}));
	const answered = asks.filter((ask) => ask.answeredAt);
	return {
		open: asks.filter((ask) => !ask.answeredAt),
		answered: answered.sort((a, b) => (b.answeredAt?.getTime() ?? 0) - (a.answeredAt?.getTime() ?? 0)).slice(0, 30)
	};
}
