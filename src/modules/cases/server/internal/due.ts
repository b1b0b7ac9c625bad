import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/**
 * When the promised days are over, reckoned in UTC: only so can it stand in an index, and a run costs what is overdue and not what waits. An index and a
 * question have to say it in the same words.
 */
export const dueAt = (since: AnyPgColumn, days: AnyPgColumn): SQL => sql`((${since} at time zone 'UTC') + make_interval(days => ${days}))`;

export const isOver = (since: AnyPgColumn, days: AnyPgColumn, now: Date): SQL =>
	sql`${dueAt(since, days)} < (${now.toISOString()}::timestamptz at time zone 'UTC')`;
