import { inArray, sql } from 'drizzle-orm';
import { listMailableOwners } from '#modules/owners/server/list-mailable-owners.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { remindAll } from '#modules/people/server/withdraw-notices.ts';
import type { AskedAs, EntryKind } from '../../freshness.ts';
import { freshnessAsks } from '../tables.ts';
import { mailGroup, noticeKind } from './ask-people.ts';

type Last = { id: string; entryId: string; subject: string; askedAs: AskedAs; ownerId: string | null; email: string | null; title: string };

/** Asks once more about what was asked last, in the same words to the same people. */
export async function remindPeople(ctx: Pick<Ctx, 'db' | 'now'>, entries: readonly { kind: EntryKind; entryId: string }[]): Promise<void> {
	if (!entries.length) return;
	const json = JSON.stringify(entries.map(({ kind, entryId }) => ({ kind, entryId })));
	const { rows } = await ctx.db.execute<Last>(sql`
		select last.id, e."entryId", last.subject, last.asked_as as "askedAs", last.owner_id as "ownerId", last.email, coalesce(p.title, '') as title
		from jsonb_to_recordset(${json}::jsonb) e (kind text, "entryId" uuid)
		cross join lateral (
			select k.id, k.subject, k.asked_as, k.owner_id, k.email from freshness_asks k
			where k.kind = e.kind and k.entry_id = e."entryId" and k.asked_as <> 'reporter' order by k.asked_at desc, k.id desc limit 1
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
	const asked = rows.filter(({ askedAs }) => askedAs === 'owner').map(({ entryId }) => entryId);
	for (const { propertyId, ownerId, email } of await listMailableOwners(ctx, asked))
		for (const row of rows) if (row.entryId === propertyId && row.ownerId === ownerId) row.email = email;
	const mails = new Map<string, Last[]>();
	for (const row of rows) if (row.email) mails.set(row.subject, [...(mails.get(row.subject) ?? []), row]);
	for (const [subject, [first, ...more]] of mails)
		if (first?.email)
			await mailGroup(ctx, {
				email: first.email,
				askedAs: first.askedAs,
				subject,
				titles: [first, ...more].map(({ title }) => title),
				isReminder: true
			});
}
