import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { expect, test } from '#testing/world.ts';
import { dueAt, isOver } from './internal/due.ts';
import { cases } from './case-tables.ts';
import { messages } from './tables.ts';

/** How a question would be answered if a table were large. */
async function planOf(db: Db, question: SQL): Promise<string> {
	await db.execute(sql`set local enable_seqscan = off`);
	const { rows } = await db.execute<{ 'QUERY PLAN': string }>(sql`explain ${question}`);
	return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test('a run finds what is overdue by an index on the day, and does not walk through what waits', async ({ db, as }) => {
	const { now } = as(null);
	const message = sql`select id from ${messages} where ${messages.state} = 'open' and ${messages.escalatedAt} is null
		and ${isOver(messages.sentAt, messages.promisedDays, now)} order by ${dueAt(messages.sentAt, messages.promisedDays)} limit 200`;
	expect(await planOf(db, message)).toMatch(/messages_waiting[^]*Index Cond:.*make_interval/);
	const waiting = sql`select id from ${cases} where ${cases.state} = 'new' and ${cases.escalatedAt} is null
		and ${isOver(cases.waitingSince, cases.promisedDays, now)} order by ${dueAt(cases.waitingSince, cases.promisedDays)} limit 200`;
	expect(await planOf(db, waiting)).toMatch(/cases_waiting[^]*Index Cond:.*make_interval/);
});

test.for([
	['2026-11-12T09:59:59Z', true],
	['2026-11-12T10:00:01Z', false]
] as const)('ten promised days from %s are over: %s', async ([since, over], { db, as }) => {
	const { rows } = await db.execute<{ over: boolean }>(
		sql`select ${isOver(sql`m.since` as never, sql`m.days` as never, as(null).now)} as over from (select ${since}::timestamptz as since, 10 as days) m`
	);
	expect(rows[0]?.over).toBe(over);
});
