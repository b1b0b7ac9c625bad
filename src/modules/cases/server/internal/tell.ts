import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import type { Topic } from '#modules/people/topics.ts';
import type { CaseRow } from './case-for.ts';

type Told = { kind: string; subjectId: string; title: string; text: string; topic?: Topic };

const acting = (organisationId: SQL, now: string) => sql`select s.person_id from seats s where s.organisation_id = ${organisationId}
	and s.rights <> 'read' and s.starts_at <= ${now}::timestamptz and (s.ends_at is null or s.ends_at > ${now}::timestamptz)`;

/** Who works in the office that leads a case, at most fifty. */
export async function deskPeople(ctx: Pick<Ctx, 'db' | 'now'>, row: CaseRow): Promise<{ id: string; name: string }[]> {
	const now = ctx.now.toISOString();
	const holders: Record<CaseRow['holder'], SQL> = {
		organisation: acting(sql`${row.organisationId}::uuid`, now),
		network: sql`select r.person_id from network_roles r where r.network_id = ${row.networkId}::uuid and r.role = 'office'
			and r.starts_on <= ${now}::date and (r.ends_on is null or r.ends_on >= ${now}::date)`,
		office: sql`select g.person_id from grants g where g.role = 'office'`
	};
	const { rows } = await ctx.db.execute<{ id: string; name: string }>(
		sql`select p.id, coalesce(nullif(p.name, ''), p.email) as name from people p where p.id in (${holders[row.holder]}) order by 2 limit 50`
	);
	return rows;
}

/** Tells who is responsible; while nobody is, the office. The assignee's backup hears too where `both`. */
export async function tellDesk(ctx: Ctx, row: CaseRow, { topic = 'case', ...told }: Told & { both?: boolean }): Promise<void> {
	const named = [row.assigneeId, told.both ? row.backupId : null].flatMap((id) => (id ? [id] : []));
	const ids = named.length ? named : (await deskPeople(ctx, row)).slice(0, 5).map(({ id }) => id);
	const { kind, subjectId, title, text } = told;
	for (const personId of new Set(ids))
		if (personId !== ctx.actor?.id)
			await addNotice(ctx, { personId, kind, subjectId, topic, data: { title, text, href: `/buero/faelle/${row.id}` } });
}

/** Tells the parties who read along, or only these. A case that sleeps tells nobody. `viewingId`: those who signed up for it, who may know no more of the case. */
export async function tellParties(
	ctx: Ctx,
	row: CaseRow,
	{ topic = 'case', partyIds, viewingId, ...told }: Told & { partyIds?: string[]; viewingId?: string }
): Promise<void> {
	if (row.state === 'sleeping' && !viewingId) return;
	const only = partyIds ? sql`and c.id = any(${sql.param(partyIds)}::uuid[])` : sql``;
	const reads = viewingId ? sql`true` : sql`c.access <> 'none'`;
	const { rows } = await ctx.db.execute<{ id: string; reads: boolean }>(sql`
		select p.id, bool_or(c.access <> 'none') as reads from case_parties c join people p on p.id = c.person_id
			or (c.person_id is null and c.organisation_id is null and p.email_verified and p.email = lower(c.email))
			or (c.organisation_id is not null and p.id in (${acting(sql`c.organisation_id`, ctx.now.toISOString())}))
		where c.case_id = ${row.id} and c.ended_at is null and ${reads} ${only} group by p.id limit 200`);
	const { kind, subjectId, title, text } = told;
	for (const { id, reads: isReader } of rows) {
		const href = isReader ? `/konto/faelle/${row.id}` : `/termine/${viewingId}`;
		if (id !== ctx.actor?.id) await addNotice(ctx, { personId: id, kind, subjectId, topic, data: { title, text, href } });
	}
}
