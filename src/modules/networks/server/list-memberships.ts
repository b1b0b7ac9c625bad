import { sql, type SQL } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Sector } from '#modules/organisations/organisation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { MembershipFilter } from '../membership-filter.ts';
import { maySeeMembers } from '../policy.ts';
import type { MembershipState, Tier } from '../vocabulary.ts';
import { networkFor, type NetworkRow } from './internal/network-for.ts';
import { latestValues } from './internal/take-step.ts';

export type MembershipItem = {
	id: string;
	organisationId: string;
	name: string;
	kind: string;
	ags: string | null;
	place: string | null;
	land: string | null;
	landCode: string | null;
	population: number | null;
	state: MembershipState;
	tier: Tier;
	joinedOn: string | null;
	leftOn: string | null;
	feePaidOn: string | null;
	valuesVersion: number | null;
	mission: string | null;
	sector: Sector | null;
	actionFields: string[];
	contributions: string[];
	internalNote: string | null;
	updatedAt: Date;
};

const columns = sql`m.id, o.id as "organisationId", o.name, o.kind, o.ags, p.name_short as place, s.name as land, s.code as "landCode", p.population, m.state, m.tier,
	m.joined_on::text as "joinedOn", m.left_on::text as "leftOn", m.fee_paid_on::text as "feePaidOn", m.values_version as "valuesVersion", m.mission, o.sector,
	m.action_fields as "actionFields", m.contributions, m.internal_note as "internalNote", m.updated_at as "updatedAt"`;
const source = sql`from memberships m join organisations o on o.id = m.organisation_id
	left join municipalities p on p.ags = coalesce(o.ags, o.place_ags) left join districts d on d.code = coalesce(p.district_code, o.district_code)
	left join states s on s.code = d.state_code`;

function conditions(network: NetworkRow, filter: MembershipFilter, version: number | null): SQL {
	const all = [sql`m.network_id = ${network.id}`];
	if (filter.q) all.push(sql`(o.name ilike ${`%${filter.q.replace(/[%_\\]/g, '\\$&')}%`})`);
	if (filter.state) all.push(sql`m.state = ${filter.state}`);
	if (filter.stateCode) all.push(sql`s.code = ${filter.stateCode}`);
	if (filter.due === 'values')
		all.push(
			sql`m.state in ('member', 'participant', 'paused') and ${version}::int is not null and m.values_version is distinct from ${version}::int`
		);
	if (filter.due === 'fee') all.push(sql`m.state = 'member' and m.fee_paid_on is null and ${network.feeCents}::int > 0`);
	return sql.join(all, sql` and `);
}

const order = sql`order by array_position(array['applicant', 'interested', 'member', 'participant', 'paused', 'left', 'excluded'], m.state), o.name, o.id`;

export type MembershipList = { items: MembershipItem[]; valuesVersion: number | null; lands: (readonly [code: string, name: string])[] };

/** Everybody who stands in a relation to the network, for its office and founders. At most 1,000. */
export async function listMemberships(ctx: Ctx, slug: string, filter: MembershipFilter): Promise<MembershipList> {
	const { network } = await networkFor(ctx, slug, maySeeMembers);
	const valuesVersion = await latestValues(ctx, network.id);
	const { rows } = await ctx.db.execute<MembershipItem>(
		sql`select ${columns} ${source} where ${conditions(network, filter, valuesVersion)} ${order} limit 1000`
	);
	const { rows: lands } = await ctx.db.execute<{ code: string; name: string }>(
		sql`select distinct s.code, s.name ${source} where m.network_id = ${network.id} and s.code is not null order by s.name`
	);
	return { items: rows, valuesVersion, lands: lands.map(({ code, name }) => [code, name] as const) };
}

export type MembershipChange = { at: Date; step: string; to: MembershipState; by: string | null; reason: string | null };

/** One membership with its history, newest step first. */
export async function findMembership(
	ctx: Ctx,
	slug: string,
	id: string
): Promise<{ item: MembershipItem; valuesVersion: number | null; changes: MembershipChange[] }> {
	const { network } = await networkFor(ctx, slug, maySeeMembers);
	const { rows } = await ctx.db.execute<MembershipItem>(
		sql`select ${columns} ${source} where m.network_id = ${network.id} and m.id::text = ${id}`
	);
	const [item] = rows;
	if (!item) throw notFound();
	const { rows: changes } = await ctx.db.execute<MembershipChange>(sql`
		select c.at, c.step, c.to, p.name as by, c.reason from membership_changes c left join people p on p.id = c.by_person_id
		where c.membership_id = ${item.id} order by c.at desc, c.id desc`);
	return {
		item,
		valuesVersion: await latestValues(ctx, network.id),
		changes: changes.map((change) => ({ ...change, at: new Date(change.at) }))
	};
}

export type YearFigure = { year: number; came: number; went: number; there: number };

/** How many came, went and were there at the end of each year since the first. */
export async function countByYear(ctx: Ctx, slug: string): Promise<YearFigure[]> {
	const { network } = await networkFor(ctx, slug, maySeeMembers);
	const { rows } = await ctx.db.execute<YearFigure>(sql`
		with stays as (select joined_on, left_on from memberships where network_id = ${network.id} and joined_on is not null),
			years as (select generate_series((select extract(year from min(joined_on)) from stays)::int, extract(year from ${ctx.now.toISOString()}::timestamptz)::int) as year)
		select year, (select count(*)::int from stays where extract(year from joined_on) = year) as came,
			(select count(*)::int from stays where extract(year from left_on) = year) as went,
			(select count(*)::int from stays where extract(year from joined_on) <= year and (left_on is null or extract(year from left_on) > year)) as there
		from years order by year`);
	return rows;
}
