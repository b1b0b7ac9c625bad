import { inArray, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { remindAll } from '#modules/people/server/withdraw-notices.ts';
import type { EntryKind } from '../../freshness.ts';
import { freshnessAsks } from '../tables.ts';
import { mailGroup, noticeKind } from './ask-people.ts';

type Last = { id: string; subject: string; email: string | null; title: string };

/** Asks once more about what was asked last, in the same words to the same people. */
export async function remindPeople(ctx: Pick<Ctx, 'db' | 'now'>, entries: readonly { kind: EntryKind; entryId: string }[]): Promise<void> {
	if (!entries.length) return;
	const json = JSON.stringify(entries.map(({ kind, entryId }) => ({ kind, entryId })));
	const { rows } = await ctx.db.execute<Last>(sql`
		select last.id, last.subject, last.email, coalesce(p.title, '') as title
		from jsonb_to_recordset(${json}::jsonb) e (kind text, "entryId" uuid)
		cross join lateral (
			select k.id, k.subject, k.email from freshness_asks k where k.kind = e.kind and k.entry_id = e."entryId" order by k.asked_at desc, k.id desc limit 1
		) last
		left join properties p on e.kind = 'property' and p.id = e."entryId"`);
	if (!rows.length) return;
	await ctx.db
		.update(freshnessAsks)
		.set({ remindedAt: ctx.now })
		.where(
			inArray(
				freshnessAsks.id,
				rows.map(({ id }) => id)
			)
		);
	await remindAll(ctx, { kind: noticeKind, subjectIds: [...new Set(rows.map(({ subject }) => subject))] });
	const mails = new Map<string, Last[]>();
	for (const row of rows) if (row.email) mails.set(row.subject, [...(mails.get(row.subject) ?? []), row]);
	for (const [subject, [first, ...more]] of mails)
		if (first?.email)
			await mailGroup(ctx, { email: first.email, subject, titles: [first, ...more].map(({ title }) => title), isReminder: true });
}
