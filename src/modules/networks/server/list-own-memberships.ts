import { sql } from 'drizzle-orm';
import { editedMunicipalities, type Ctx } from '#modules/people/actor.ts';
import type { MembershipState, Openness } from '../vocabulary.ts';

export type OwnMembership = {
	id: string;
	networkId: string;
	network: string;
	slug: string;
	openness: Openness;
	organisation: string;
	organisationId: string;
	state: MembershipState;
	joinedOn: string | null;
	mission: string | null;
	actionFields: string[];
	contributions: string[];
	/** What was confirmed, what holds now, and its words. */
	confirmed: number | null;
	latest: number | null;
	values: string | null;
	change: string | null;
	fields: string[];
};

/** The memberships of the organisations that somebody speaks for, in published networks. */
export async function listOwnMemberships(ctx: Ctx): Promise<OwnMembership[]> {
	const seats = (ctx.actor?.seats ?? []).filter(({ rights }) => rights !== 'read').map(({ organisationId }) => organisationId);
	const towns = editedMunicipalities(ctx.actor);
	if (!seats.length && !towns.length) return [];
	const list = (texts: string[]) =>
		sql`array[${sql.join(
			texts.map((text) => sql`${text}`),
			sql`, `
		)}]::text[]`;
	const { rows } = await ctx.db.execute<OwnMembership>(sql`
		select m.id, m.network_id as "networkId", g.content->>'name' as network, g.slug, n.openness, o.name as organisation, o.id as "organisationId", m.state, m.joined_on::text as "joinedOn", m.mission,
			m.action_fields as "actionFields", m.contributions, m.values_version as confirmed, v.version as latest, v.text as values, v.change,
			coalesce((select array_agg(f->>'title') from jsonb_array_elements(g.content->'fields') f), '{}') as fields
		from memberships m join organisations o on o.id = m.organisation_id join networks n on n.id = m.network_id join network_pages g on g.network_id = n.id
		left join lateral (select * from network_values v where v.network_id = n.id order by v.version desc limit 1) v on true
		where o.id::text = any(${list(seats)}) or o.ags = any(${list(towns)}) order by network, organisation`);
	return rows;
}
