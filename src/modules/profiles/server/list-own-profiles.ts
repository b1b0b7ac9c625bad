import { sql } from 'drizzle-orm';
import { isOffice, type Ctx } from '#modules/people/actor.ts';

export type OwnProfile = {
	slug: string;
	name: string;
	kind: string;
	state: string | null;
	updatedAt: Date | null;
	publishedAt: Date | null;
	isAhead: boolean;
};

/** The municipalities and counties somebody writes for, and for the network office every profile that was begun; those last worked on first. */
export async function listOwnProfiles(ctx: Ctx): Promise<OwnProfile[]> {
	const seats = (ctx.actor?.seats ?? []).filter(({ rights }) => rights !== 'read').map(({ organisationId }) => organisationId);
	const mine = sql`o.id = any(${sql.param(seats)}::uuid[])`;
	const { rows } = await ctx.db.execute<
		Omit<OwnProfile, 'updatedAt' | 'publishedAt'> & { updatedAt: string | null; publishedAt: string | null }
	>(sql`
		select o.slug, o.name, o.kind, s.name as state, p.updated_at as "updatedAt", g.published_at as "publishedAt", coalesce(p.updated_at > g.published_at, false) as "isAhead"
		from organisations o left join profiles p on p.organisation_id = o.id left join profile_pages g on g.organisation_id = o.id
		left join municipalities m on m.ags = o.ags left join districts d on d.code = coalesce(m.district_code, o.district_code) left join states s on s.code = d.state_code
		where o.kind in ('municipality', 'county') and (${mine} or (${isOffice(ctx.actor)} and p.organisation_id is not null))
		order by ${mine} desc, p.updated_at desc nulls last, o.name limit 200`);
	const moment = (value: string | null) => (value === null ? null : new Date(value));
	return rows.map((row) => ({ ...row, updatedAt: moment(row.updatedAt), publishedAt: moment(row.publishedAt) }));
}
