import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { SpaceCard } from '../space-card.ts';
import type { SpaceOwner } from '../space-owner.ts';
import { keyIs, readSpace, refuseMissing, spaceColumns, type PublicSpace, type RawSpace } from './find-space.ts';
import { cardColumns, readCard, type RawCard } from './internal/card-columns.ts';

/** Everything the detail page shows. */
export type SpaceView = { space: PublicSpace; owner: SpaceOwner; similar: SpaceCard[] };

/** The municipality of a space as an organisation, with the contact points that everybody may see. */
const ownerOf = (ags: SQL): SQL => sql`select o.id, ${ags} as ags, coalesce((select json_agg(json_build_object(
		'id', c.id, 'role', c.role, 'unit', c.unit, 'name', c.name, 'email', c.email, 'phone', c.phone, 'topics', c.topics, 'deputyId', c.deputy_id,
		'absentFrom', c.absent_from, 'absentUntil', c.absent_until, 'absenceNote', c.absence_note, 'publicVisibility', c.public_visibility,
		'responseTargetDays', c.response_target_days) order by c.id)
	from contact_points c where c.organisation_id = o.id and c.public_visibility = 'public'), '[]') as contacts
	from (select 1) one left join organisations o on o.ags = ${ags}`;

/** A few spaces like the one in `own`: near it and of its kind first. Of a space without a public place, others of its municipality. */
const similar = sql`
	select ${cardColumns}, near.distance as "distanceKm", '{}'::text[] as missing
	from (
		(select s.id, earth_distance(ll_to_earth(own.lat, own.lon), ll_to_earth(s.lat, s.lon)) / 1000 as distance from spaces s
			where own.lat is not null and s.lat is not null and s.id <> own.id
			order by ll_to_earth(s.lat, s.lon) <-> ll_to_earth(own.lat, own.lon)::cube limit 12)
		union all
		(select s.id, null from spaces s where own.lat is null and s.ags = own.ags and s.id <> own.id limit 12)
	) near join spaces s using (id)
	order by (s.property_type <> own.property_type)::int * 10 + coalesce(near.distance, 0), s.id limit 3`;

type Row = { space: RawSpace; owner: SpaceOwner; similar: RawCard[] | null; also: boolean };

/**
 * One space with those who answer for it and its neighbours, in one statement and as three documents. `also`: a question that another module asks about
 * `own.id` on the same way; its answer comes back under that name. Refuses like `findSpace`.
 */
export async function viewSpace(ctx: Ctx, slug: string, also = sql`false`): Promise<SpaceView & { also: boolean }> {
	const { rows } = await ctx.db.execute<Row>(sql`
		select (select row_to_json(it) from (select ${spaceColumns}) it) as space,
			(select row_to_json(it) from (${ownerOf(sql`own.ags`)}) it) as owner,
			(select json_agg(it) from (${similar}) it) as similar, (${also}) as also
		from spaces s cross join lateral (select s.id, s.ags, s.lat, s.lon, s.property_type) own
		where ${keyIs(slug)}`);
	const [row] = rows;
	if (!row) return refuseMissing(ctx, slug);
	return { space: readSpace(row.space), owner: row.owner, similar: (row.similar ?? []).map(readCard), also: row.also };
}
