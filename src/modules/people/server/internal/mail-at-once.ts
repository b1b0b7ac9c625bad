import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../actor.ts';
import { addMail } from '../add-mail.ts';
import { notices } from '../post-tables.ts';
import { briefItem, type NoticeRow } from './brief-item.ts';
import { standsIn, isAway } from './readers.ts';

type Reader = { id: string; name: string; email: string; owner: string; is_deputy: boolean };

/** A mail of its own for what cannot wait, to its person; while they are away to whoever stands in for them, if there is somebody; then it waits in the brief for when they are back. */
export async function mailAtOnce(ctx: Pick<Ctx, 'db' | 'now'>, row: NoticeRow): Promise<void> {
	const { rows } = await ctx.db.execute<Reader>(sql`
		select p.id, p.name, p.email, o.name as owner, d.deputy_id is not null as is_deputy
		from notices n join people o on o.id = n.person_id
			left join deputies d on ${standsIn(ctx.now)} and n.ask is not null and not ${isAway(sql`d.deputy_id`, ctx.now)}
			join people p on p.id = coalesce(d.deputy_id, n.person_id)
		where n.id = ${row.id}`);
	const [reader] = rows;
	if (!reader) return;
	const item = briefItem(row, reader.is_deputy ? reader.owner : undefined);
	await addMail(ctx, { to: reader.email, template: 'item', data: { personId: reader.id, name: reader.name, topic: row.topic, item } });
	await ctx.db
		.update(notices)
		.set(reader.is_deputy ? { deputyMailedAt: ctx.now, channel: 'brief' } : { mailedAt: ctx.now })
		.where(eq(notices.id, row.id));
}
