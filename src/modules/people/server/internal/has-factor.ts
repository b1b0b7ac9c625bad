import { sql } from 'drizzle-orm';

/** Whether the selected person has set up a second factor, within the same query. */
export const hasFactor = sql<boolean>`(exists (select from authenticator_apps a where a.person_id = people.id)
	or exists (select from passkeys k where k.person_id = people.id))`;
