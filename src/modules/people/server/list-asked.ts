import { sql } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import type { Answer } from '../ask.ts';

/** One person who was asked, as whoever asked sees it. */
export type Asked = {
	personId: string;
	name: string;
	onBehalfOf: string | null;
	answer: Answer | null;
	answeredAt: Date | null;
	/** Who answered, when it was a deputy. */
	answeredBy: string | null;
	sentAt: Date | null;
	remindedAt: Date | null;
};

/** Everybody who was asked this, with their answers. For pages of the module that asked, which decides who may look. */
export async function listAsked(ctx: Pick<Ctx, 'db'>, { kind, subjectId }: { kind: string; subjectId: string }): Promise<Asked[]> {
	const { rows } = await ctx.db.execute<Record<string, string | null> & { answer: Answer | null }>(sql`
		select n.person_id as "personId", p.name, n.on_behalf_of as "onBehalfOf", n.answer, n.answered_at as "answeredAt",
			case when n.answered_by <> n.person_id then b.name end as "answeredBy", n.mailed_at as "sentAt", n.reminded_at as "remindedAt"
		from notices n join people p on p.id = n.person_id left join people b on b.id = n.answered_by
		where n.kind = ${kind} and n.subject_id = ${subjectId} order by p.name, n.id`);
	const moment = (text: string | null | undefined) => (text ? new Date(text) : null);
	return rows.map((row) => ({
		...{ personId: String(row.personId), name: row.name ?? '', onBehalfOf: row.onBehalfOf ?? null, answer: row.answer },
		...{
			answeredAt: moment(row.answeredAt),
			answeredBy: row.answeredBy ?? null,
			sentAt: moment(row.sentAt),
			remindedAt: moment(row.remindedAt)
		}
	}));
}
