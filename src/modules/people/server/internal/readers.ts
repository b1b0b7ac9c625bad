import { sql, type SQL } from 'drizzle-orm';

/** SQL over `notices n`: who is away, and who stands in for them. Times are parameters, so a test can stand at any moment. */

export const isAway = (person: SQL, now: Date): SQL =>
	sql`exists (select 1 from absences a where a.person_id = ${person} and a.starts_at <= ${now.toISOString()}::timestamptz and a.ends_at > ${now.toISOString()}::timestamptz)`;

/** `d` stands in right now for the person of `n`, in the organisation it is about. */
export const standsIn = (now: Date): SQL => sql`d.person_id = n.person_id and d.organisation_id = n.on_behalf_of
	and (d.until is null or d.until > ${now.toISOString()}::timestamptz) and ${isAway(sql`d.person_id`, now)}`;

/** Can still be answered or read. */
export const isCurrent = (now: Date): SQL =>
	sql`n.withdrawn_at is null and (n.due_at is null or n.due_at > ${now.toISOString()}::timestamptz) and (n.until is null or n.until > ${now.toISOString()}::timestamptz)`;

/**
 * What waits for a brief, with the person who reads it: its own, unless they are away, and the open questions to those somebody stands in for.
 * Columns: id, reader_id, owner_id, created_at.
 */
export const waitingForBriefs = (now: Date): SQL => sql`
	select n.id, n.person_id as reader_id, n.person_id as owner_id, n.created_at from notices n
		where n.channel = 'brief' and n.mailed_at is null and n.answered_at is null and ${isCurrent(now)} and not ${isAway(sql`n.person_id`, now)}
	union all
	select n.id, d.deputy_id, n.person_id, n.created_at from notices n join deputies d on ${standsIn(now)}
		where n.ask is not null and n.channel <> 'never' and n.deputy_mailed_at is null and n.answered_at is null and ${isCurrent(now)} and not ${isAway(sql`d.deputy_id`, now)}`;
