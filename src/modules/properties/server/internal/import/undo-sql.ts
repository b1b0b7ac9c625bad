import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Kept } from '../../../import/import.ts';
import { setFrom } from './columns-sql.ts';

type KeptRow = { row: number | null; title: string | null };
type Progress = (done: number) => Promise<void>;
const perSlice = 2000;

/** The properties that an import made or changed, in slices: whatever the planner believes, each is a walk over an index. */
async function* slicesOf(ctx: Ctx, { importId, outcome }: { importId: string; outcome: 'created' | 'updated' }): AsyncGenerator<string[]> {
	for (let after = -1; ;) {
		const { rows } = await ctx.db.execute<{ id: string; n: number }>(sql`select property_id as id, row_number as n from import_rows
			where import_id = ${importId} and outcome = ${outcome} and row_number > ${after} order by row_number limit ${perSlice}`);
		if (!rows.length) return;
		yield rows.map((row) => row.id);
		after = rows.at(-1)!.n;
	}
}

/** Whoever edits one of them now waits, and then finds what the undo left. */
const lock = (ctx: Ctx, ids: string[]) =>
	ctx.db.execute(
		sql`select count(*) from (select 1 from properties where id = any(${sql.param(ids)}::uuid[]) order by id for update) locked`
	);

/** Nobody has touched it since: still internal, its first version, nothing added, one step on its way. */
const untouched = sql.raw(`version = 1 and publication_state = 'internal' and lifecycle_state = 'recorded' and owner_person_id is null
	and not exists (select 1 from media m where m.property_id = properties.id) and not exists (select 1 from units u where u.property_id = properties.id)
	and not exists (select 1 from publication_consents c where c.property_id = properties.id)
	and not exists (select 1 from procedures a where a.property_id = properties.id)
	and not exists (select 1 from property_steps s where s.property_id = properties.id offset 1)`);

/** Created ones that nobody has touched since go again; the others stay and are named. */
export async function removeCreated(
	ctx: Ctx,
	{ importId, progress }: { importId: string; progress: Progress }
): Promise<{ removed: number; seen: number; kept: Kept[] }> {
	let [removed, seen] = [0, 0];
	for await (const ids of slicesOf(ctx, { importId, outcome: 'created' })) {
		const among = sql`id = any(${sql.param(ids)}::uuid[])`;
		await lock(ctx, ids);
		const gone = await ctx.db.execute(sql`delete from properties where ${among} and ${untouched}`);
		removed += gone.rowCount ?? 0;
		await progress((seen += ids.length));
	}
	const { rows } = await ctx.db.execute<{ row: number; title: string }>(
		sql`select r.row_number as row, p.title from import_rows r join properties p on p.id = r.property_id where r.import_id = ${importId} and r.outcome = 'created' order by 1`
	);
	const reason = 'Daran wurde seit dem Import weitergearbeitet; es bleibt im Register.';
	return { removed, seen, kept: rows.map((k) => ({ rowNumber: k.row, title: k.title, reason })) };
}

/** Sets back what still says what the import wrote, and names what somebody changed since. */
const restoreSlice = (ctx: Ctx, { importId, personId, ids }: { importId: string; personId: string | null; ids: string[] }) =>
	ctx.db.execute<KeptRow & { fields: string[] }>(sql`
		with touched as materialized (
			select q.id, r.row_number, q.title, to_jsonb(q) as now, r.changes from properties q
			join import_rows r on r.property_id = q.id and r.import_id = ${importId} and r.outcome = 'updated' where q.id = any(${sql.param(ids)}::uuid[])
		), fields as materialized (
			select t.id, e.key, e.value -> 'before' as before, coalesce(t.now -> e.key, 'null') = coalesce(e.value -> 'after', 'null') as same
			from touched t, jsonb_each(t.changes) e where e.key <> '_provenance'
		), b as materialized (
			select id, jsonb_object_agg(key, before) filter (where same) as back, bool_and(same) as whole, array_agg(key order by key) filter (where not same) as kept from fields group by id
		), restored as (
			update properties p set ${setFrom('b.back')}, version = p.version + 1, updated_at = ${ctx.now.toISOString()}::timestamptz, updated_by = ${personId}::uuid,
				provenance = case when b.whole then coalesce(t.changes #> '{_provenance,before}', p.provenance) else p.provenance end
			from b join touched t using (id) where p.id = b.id and b.back is not null returning p.id
		)
		select null::int as row, null as title, array[]::text[] as fields from restored
		union all select t.row_number, t.title, b.kept from b join touched t using (id) where b.kept is not null order by 1`);

/** Sets every field back that still says what the import wrote; fields changed since stay and are named. */
export async function restoreUpdated(
	ctx: Ctx,
	{ importId, personId, progress }: { importId: string; personId: string | null; progress: Progress }
): Promise<{ restored: number; kept: Kept[] }> {
	let [restored, seen] = [0, 0];
	const kept: Kept[] = [];
	for await (const ids of slicesOf(ctx, { importId, outcome: 'updated' })) {
		await lock(ctx, ids);
		const { rows } = await restoreSlice(ctx, { importId, personId, ids });
		for (const { row, title, fields } of rows) {
			if (row === null) restored++;
			else kept.push({ rowNumber: row, title: title ?? '', reason: `Seit dem Import geändert und so belassen: ${fields.join(', ')}` });
		}
		await progress((seen += ids.length));
	}
	return { restored, kept };
}
