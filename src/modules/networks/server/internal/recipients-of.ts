import { dayOf } from '#lib/calendar.ts';
import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Audience } from '../../inquiry.ts';

/** Somebody to ask, and for which organisation. `until`: the end of their seat there. */
export type Reached = { personId: string; organisationId: string | null; until: Date | null };

type Row = { personId: string | null; organisationId: string | null; until: string | null };

/** Everybody whom an audience means today, each person once, and in how many organisations nobody could be asked. */
export async function recipientsOf(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ networkId, audience }: { networkId: string; audience: Audience }
): Promise<{ people: Reached[]; silent: number }> {
	const now = sql`${ctx.now.toISOString()}::timestamptz`;
	const isSeated = sql`s.starts_at <= ${now} and (s.ends_at is null or s.ends_at > ${now})`;
	const { group, functions, organisationId } = audience;
	const wanted = sql`array[${sql.join(
		functions.map((name) => sql`${name}`),
		sql`, `
	)}]::text[]`;
	const today = sql`${dayOf(ctx.now)}::date`;
	const ofOrganisations = sql`
		select s.person_id as "personId", m.organisation_id as "organisationId", s.ends_at as until
		from memberships m left join seats s on s.organisation_id = m.organisation_id and s.function = any(${wanted}) and ${isSeated}
		where m.network_id = ${networkId} and m.state in ('member', 'participant') ${organisationId ? sql`and m.organisation_id = ${organisationId}` : sql``}
		order by s.starts_at, s.id`;
	const ofRoles = sql`
		select r.person_id as "personId", s.organisation_id as "organisationId", s.ends_at as until
		from network_roles r left join seats s on s.organisation_id = r.organisation_id and s.person_id = r.person_id and ${isSeated}
		where r.network_id = ${networkId} and r.role = ${group === 'founders' ? 'founder' : 'ambassador'} and r.person_id is not null
			and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})
		order by r.starts_on, r.id`;
	const { rows } = await ctx.db.execute<Row>(group === 'founders' || group === 'ambassadors' ? ofRoles : ofOrganisations);
	const people = new Map<string, Reached>();
	for (const { personId, organisationId: org, until } of rows)
		if (personId && !people.has(personId)) people.set(personId, { personId, organisationId: org, until: until ? new Date(until) : null });
	return { people: [...people.values()], silent: rows.filter(({ personId }) => personId === null).length };
}
