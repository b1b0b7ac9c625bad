import { sql } from 'drizzle-orm';
import type { HelpingNetwork } from '#modules/organisations/contact-route.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** The published networks whose office helps an organisation that names nobody: those it belongs to, those that accompany it, and those for its whole state. */
export async function listHelpingNetworks(
	ctx: Pick<Ctx, 'db'>,
	{ organisationId, ags }: { organisationId: string | null; ags: string | null }
): Promise<HelpingNetwork[]> {
	const { rows } = await ctx.db.execute<HelpingNetwork>(sql`
		select n.id, g.slug, g.content->>'name' as name, g.content->>'contactName' as "contactName", g.content->>'contactEmail' as "contactEmail",
			case when m.state is null then 'state' when n.openness = 'liaison' then 'accompanied' else 'member' end as by
		from network_pages g join networks n on n.id = g.network_id
		left join memberships m on m.network_id = n.id and m.organisation_id = ${organisationId}::uuid and m.state in ('member', 'paused', 'participant')
		where g.content->>'contactEmail' is not null
			and (m.id is not null or (n.openness = 'liaison' and n.state_code = (select t.state_code from organisations o
				join municipalities t on t.ags = coalesce(o.ags, o.place_ags) where o.id = ${organisationId}::uuid
				union all select t.state_code from municipalities t where t.ags = ${ags} limit 1)))
		order by m.joined_on, g.slug limit 5`);
	return rows;
}
