import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { whyNotAnswer, type Answer, type Ask } from '../ask.ts';
import type { NoticeData } from './add-notice.ts';
import { askFor, type AskRow } from './internal/ask-for.ts';

/** A question as its reader sees it. `closed` says why nobody can answer any more. */
export type OpenAsk = NoticeData & {
	id: string;
	ask: Ask;
	sender: string | null;
	minutes: number;
	dueAt: Date | null;
	answer: Answer | null;
	answeredAt: Date | null;
	/** Who answered, when it was not the reader. */
	answeredBy: string | null;
	/** Whose question it is, when somebody stands in. */
	standsInFor: string | null;
	closed: string | null;
};

export function openAsk(ctx: Pick<Ctx, 'now'>, { row, readerId }: { row: AskRow; readerId: string }): OpenAsk {
	const { id, ask, senderName, minutes, dueAt, answer, answeredAt, answeredBy } = row;
	return {
		...(row.data as NoticeData),
		...{ id, ask, minutes, dueAt, answer, answeredAt, sender: senderName },
		answeredBy: answeredBy === readerId ? null : row.answeredByName,
		standsInFor: row.personId === readerId ? null : row.owner,
		closed: whyNotAnswer(row, ctx.now)?.message ?? null
	};
}

/** One question to the person who asks, or to somebody they stand in for right now. Throws notFound. */
export async function findAsk(ctx: Ctx, id: string): Promise<OpenAsk> {
	if (!ctx.actor) throw unauthenticated();
	const row = await askFor(ctx, { id, readerId: ctx.actor.id });
	if (!row) throw notFound('Diese Frage gibt es nicht, oder sie ging an jemand anderen.');
	return openAsk(ctx, { row, readerId: ctx.actor.id });
}
