import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices } from '#modules/people/server/add-notice.ts';
import type { GroupRow } from './group-for.ts';

/** Whoever edits for the municipality hears that a group turned to it; at most ten. */
export async function tellTown(ctx: Ctx, row: GroupRow, ags: string): Promise<void> {
	const now = ctx.now.toISOString();
	const { rows } = await ctx.db.execute<{ id: string }>(sql`
		select distinct s.person_id as id from seats s join organisations o on o.id = s.organisation_id
		where o.ags = ${ags} and s.rights <> 'read' and s.starts_at <= ${now}::timestamptz and (s.ends_at is null or s.ends_at > ${now}::timestamptz) limit 10`);
	const text = `„${row.name}“ zeigt sich Ihrer Kommune${row.houseTitle ? ` mit einem Vorhaben für „${row.houseTitle}“` : ''}.`;
	const data = { title: 'Eine Gruppe wendet sich an Sie', text, href: `/buero/gruppen/${row.id}` };
	await addNotices(
		ctx,
		rows.map(({ id: personId }) => ({ personId, kind: 'group-turned', subjectId: `${row.id} ${now}`, topic: 'group', data }))
	);
}
