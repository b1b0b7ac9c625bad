import { openDb } from '#lib/server/db.ts';
import { findMatchesForRequest } from '#modules/matching/server/find-matches-for-request.ts';
import { findRequestsForSpace } from '#modules/matching/server/find-requests-for-space.ts';
import { findSpaceRow } from '#modules/matching/server/find-space-row.ts';
import { findWish } from '#modules/matching/server/score-stored-pair.ts';
import { bench } from './bench.ts';
import { everyRequestInSql, everySpaceInSql } from './matching-in-sql.ts';

/** Top 20 for a request, and whom a new space concerns, against scoring every pair in SQL (the five weightiest criteria and no index). */
export default bench({
	name: 'matching',
	sizes: [10_000, 100_000, 1_000_000],
	run: async ({ size, database, time, row, note }) => {
		const { pool } = await database(size);
		const ctx = { db: openDb(pool), actor: null, now: new Date() };
		const goal = size >= 1_000_000 ? 100 : undefined;
		const ids = async (sql: string) => (await pool.query<{ id: string }>(sql)).rows.map(({ id }) => id);
		const requestIds = await ids(
			`select id from space_requests where request_state = 'published' and request_kind = 'find_space' order by md5(id::text) limit 20`
		);
		const spaceIds = await ids('select id from spaces order by md5(id::text) limit 20');
		const wishes = (await Promise.all(requestIds.map((id) => findWish(ctx, id)))).filter((wish) => wish !== null);
		const spaces = (await Promise.all(spaceIds.map((id) => findSpaceRow(ctx, id)))).filter((space) => space !== null);
		const each = async <T>(things: T[], run: (thing: T) => Promise<unknown>) => {
			for (const thing of things) await run(thing);
		};
		const sample = size >= 1_000_000 ? 2 : 5;
		const times = size >= 1_000_000 ? 1 : 3;
		const forRequests = (await time(() => each(wishes, (wish) => findMatchesForRequest(ctx, wish)), 3)) / wishes.length;
		const allSpaces =
			(await time(() => each(wishes.slice(0, sample), (wish) => pool.query(everySpaceInSql, [JSON.stringify(wish)])), times)) / sample;
		row({
			name: `Passung: 20 Räume zu einem Gesuch aus ${size.toLocaleString('de-DE')}`,
			ours: forRequests,
			limit: allSpaces,
			unit: 'ms',
			better: 'less',
			goal
		});
		const forSpaces = (await time(() => each(spaces, (space) => findRequestsForSpace(ctx, space)), 3)) / spaces.length;
		const allRequests =
			(await time(() => each(spaces.slice(0, sample), (space) => pool.query(everyRequestInSql, [JSON.stringify(space)])), times)) / sample;
		row({
			name: `Passung: wen betrifft dieser Raum, ${(size / 5).toLocaleString('de-DE')} Gesuche`,
			ours: forSpaces,
			limit: allRequests,
			unit: 'ms',
			better: 'less',
			goal
		});
		const slowest: number[] = [];
		for (const wish of wishes) slowest.push(await time(() => findMatchesForRequest(ctx, wish), 1));
		note(`Passung bei ${size.toLocaleString('de-DE')}: langsamstes von ${wishes.length} Gesuchen ${Math.max(...slowest).toFixed(0)} ms`);
	}
});
