import { sql, type SQL } from 'drizzle-orm';
import type { Grant } from '../../actor.ts';

const grantsThat = (hold: SQL) => sql<Grant[]>`coalesce((
	select json_agg(json_strip_nulls(json_build_object('role', g.role, 'ags', g.ags)) order by g.granted_at)
	from grants g where g.person_id = people.id and (${hold})), '[]'::json)`;

/**
 * The grants of the selected person as a list, within the same query; what an identity provider gives counts in its own sessions only.
 * Names are written out: drizzle leaves the table away where it selects from one only.
 */
export const grantsAsJson = grantsThat(sql`g.via is null`);
export const grantsInSession = grantsThat(sql`g.via is null or g.via = sessions.via`);

export type HeldGrant = { id: string; role: Grant['role']; ags: string | null; grantedAt: string; via: string | null };

/** The same with their ids and since when, for those who give and take them. */
export const heldGrants = sql<HeldGrant[]>`coalesce((
	select json_agg(json_build_object('id', g.id, 'role', g.role, 'ags', g.ags, 'grantedAt', g.granted_at, 'via', g.via) order by g.granted_at)
	from grants g where g.person_id = people.id), '[]'::json)`;
