import { dayOf } from '#lib/calendar.ts';
import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Openness, Tier } from '../vocabulary.ts';

/** A network that an organisation belongs to, as everybody may read it. `joinedOn`: ISO day. */
export type Belonging = { slug: string; name: string; openness: Openness; tier: Tier; joinedOn: string | null; isAmbassador: boolean };

/** The published networks that an organisation belongs to now, the longest first. */
export async function listNetworksOf(ctx: Pick<Ctx, 'db' | 'now'>, organisationId: string): Promise<Belonging[]> {
	const today = dayOf(ctx.now);
	const { rows } = await ctx.db.execute<Belonging>(sql`
		select g.slug, g.content->>'name' as name, g.content->>'openness' as openness, m.tier, m.joined_on::text as "joinedOn",
			exists (select 1 from network_roles r where r.network_id = m.network_id and r.organisation_id = m.organisation_id and r.role = 'ambassador'
				and r.released_at is not null and r.starts_on <= ${today}::date and coalesce(r.ends_on, 'infinity') >= ${today}::date) as "isAmbassador"
		from memberships m join network_pages g on g.network_id = m.network_id
		where m.organisation_id = ${organisationId} and m.state in ('member', 'participant')
		order by m.joined_on nulls last, name`);
	return rows;
}
