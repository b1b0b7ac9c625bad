import type { Pool } from 'pg';
import type { Actor } from '#modules/people/actor.ts';
import { cast } from './cast.ts';

const organisation = `insert into organisations (id, slug, kind, name, ags, place_ags, sector, claimed_at, published_at, created_at, updated_at)
	select $1, slug, 'municipality', name_short, ags, ags, 'local_authorities', now(), now(), now(), now() from municipalities where ags = $2
	on conflict do nothing`;
const seat = `insert into seats (id, organisation_id, person_id, function, rights, starts_at, created_at)
	select gen_random_uuid(), o.id, $1, $2, $3, now() - interval '2 years', now() from organisations o where o.id = $4
	on conflict do nothing`;

const mayors = new Set<string>([cast.friedrich.id, cast.katrin.id]);

/** Puts the cast, their grants and their seats into a database; safe to repeat. Seats need the municipalities of the register. */
export async function peopleTheCast(pool: Pool): Promise<void> {
	for (const member of Object.values(cast)) {
		const { id, name, email, biography } = member;
		await pool.query(
			'insert into people (id, name, email, email_verified, biography) values ($1, $2, $3, true, $4) on conflict (id) do nothing',
			[id, name, email, biography]
		);
		await seatThem(pool, member);
	}
}

/** Gives somebody who is there already their grants and their seats. */
export async function seatThem(pool: Pool, { id, grants, seats = [] }: Actor): Promise<void> {
	for (const grant of grants.filter(({ role }) => role !== 'editor'))
		await pool.query(
			'insert into grants (id, person_id, role, granted_at) values (gen_random_uuid(), $1, $2, now()) on conflict do nothing',
			[id, grant.role]
		);
	for (const { organisationId, rights, ags } of seats) {
		await pool.query(organisation, [organisationId, ags]);
		await pool.query(seat, [id, mayors.has(id) ? 'mayor' : 'administration', rights, organisationId]);
	}
}
