import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { toPublicGroup, type PublicGroup, type PublicRow } from '../../to-public-group.ts';

/** The groups that everybody may see, and nothing of any other, whatever `where` asks for. The house stands there only while it is public and not gone. */
export async function publicGroups(
	{ db }: Pick<Ctx, 'db'>,
	{ where, limit, offset = 0 }: { where: SQL; limit: number; offset?: number }
): Promise<PublicGroup[]> {
	const { rows } = await db.execute<PublicRow>(sql`
		select g.slug, g.name, g.idea, g.seeks, g.state, g.legal_form as "legalForm", g.is_demo as "isDemo", m.name_short as town,
			case when s.id is not null then json_build_object('slug', s.slug, 'title', s.title) end as house,
			(select count(*)::int from group_members i where i.group_id = g.id) as members,
			(select json_agg(r.title order by r.created_at) from group_roles r where r.group_id = g.id and r.member_id is null) as "openRoles",
			(select json_agg(json_build_object('name', p.name, 'organisation', o.name) order by i.joined_at)
				from group_members i join people p on p.id = i.person_id
				left join organisations o on o.id = i.organisation_id and o.published_at is not null
				where i.group_id = g.id and i.is_named and p.name <> '') as named
		from groups g
		left join municipalities m on m.ags = g.ags
		left join spaces s on s.id = g.property_id and g.house_gone is null
		where g.shown_at is not null and ${where}
		order by g.shown_at desc, g.id limit ${limit} offset ${offset}`);
	return rows.map(toPublicGroup);
}

/** How many of them there are. */
export async function countPublicGroups({ db }: Pick<Ctx, 'db'>, where: SQL): Promise<number> {
	const { rows } = await db.execute<{ n: number }>(sql`
		select count(*)::int as n from groups g left join municipalities m on m.ags = g.ags where g.shown_at is not null and ${where}`);
	return rows[0]?.n ?? 0;
}
