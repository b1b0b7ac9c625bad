import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { tendFreshness } from '#modules/freshness/server/tend-freshness.ts';
import { bench } from './bench.ts';
import { watched } from './watched.ts';

/** What the same rows cost in as few statements as there are tables; taken back afterwards. */
async function bare(pool: Pool, statements: string[]): Promise<number> {
	const client = await pool.connect();
	await client.query('begin');
	const started = performance.now();
	for (const statement of statements) await client.query(statement);
	const ms = performance.now() - started;
	await client.query('rollback');
	client.release();
	return ms;
}

/** Every entry as if somebody had to be asked about it today, or as if two questions had gone unanswered. */
const allDue = `update freshness_entries set step = 'current', asked_at = null, asks = 0, reached = 0, since = now() - interval '400 days', next_at = now() - interval '1 day'`;
const allSilent = `update freshness_entries set step = 'asked', asked_at = now() - interval '50 days', asks = 2, reached = 1, next_at = now() - interval '1 day'`;

const asking = [
	`insert into freshness_asks (id, kind, entry_id, person_id, subject, interval_days, step, asked_at)
		select gen_random_uuid(), e.kind, e.entry_id, coalesce(p.owner_person_id, a.person_id), gen_random_uuid()::text, e.interval_days, e.step, now()
		from freshness_entries e left join properties p on e.kind = 'property' and p.id = e.entry_id
		left join space_requests r on e.kind = 'request' and r.id = e.entry_id left join actor_profiles a on a.id = r.actor_id`,
	`insert into notices (id, person_id, kind, subject_id, topic, channel, minutes, data, created_at)
		select gen_random_uuid(), person_id, 'freshness', subject, 'freshness', 'brief', 1, '{}', now() from freshness_asks where person_id is not null`,
	`update freshness_entries set step = 'asked', asked_at = now(), asks = 1, reached = 1, next_at = now() + interval '21 days'`
];
const marking = [
	`update properties set stale = 'marked' where id in (select entry_id from freshness_entries where kind = 'property')`,
	`update spaces set stale = 'marked' where id in (select entry_id from freshness_entries where kind = 'property')`,
	`update space_requests set stale = 'marked' where id in (select entry_id from freshness_entries where kind = 'request')`,
	`update freshness_entries set step = 'marked', next_at = now() + interval '48 days'`
];

async function tidy(pool: Pool): Promise<void> {
	await pool.query('truncate freshness_asks');
	await pool.query(`delete from notices where kind = 'freshness'`);
	await pool.query(`delete from events where kind = 'entries.faded'`);
	await pool.query('update properties set stale = null where stale is not null');
	await pool.query('update spaces set stale = null where stale is not null');
	await pool.query('update space_requests set stale = null where stale is not null');
	await pool.query(
		`update freshness_entries set step = 'current', asked_at = null, asks = 0, reached = 0, next_at = since + make_interval(hours => 24 * interval_days)`
	);
	await pool.query(`delete from graphile_worker._private_jobs`);
}

export default bench({
	name: 'freshness',
	sizes: [100_000, 1_000_000],
	run: async ({ size, database, row, note }) => {
		const { pool } = await database(size, 'plain');
		const ctx = { db: openDb(pool), actor: null, now: new Date() };
		await tidy(pool);
		const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from freshness_entries');
		const entries = rows[0]?.n ?? 0;
		const rate = (ms: number) => (entries / ms) * 1000;

		await pool.query(allDue);
		const askedBare = await bare(pool, asking);
		await pool.query('vacuum analyze freshness_entries');
		const asked = await watched(() => tendFreshness(ctx));

		await pool.query(allSilent);
		const markedBare = await bare(pool, marking);
		await pool.query('vacuum analyze freshness_entries');
		const marked = await watched(() => tendFreshness(ctx));
		await tidy(pool);

		const named = entries.toLocaleString('de-DE');
		row({
			name: `${named} Einträge: alle fragen, gegen dieselben Zeilen in SQL`,
			ours: rate(asked.ms),
			limit: rate(askedBare),
			unit: 'Einträge/s'
		});
		row({
			name: `${named} Einträge: alle kennzeichnen, gegen dieselben in SQL`,
			ours: rate(marked.ms),
			limit: rate(markedBare),
			unit: 'Einträge/s'
		});
		const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
		const grown = megabytes(Math.max(asked.grown, marked.grown));
		const held = megabytes(Math.max(asked.held, marked.held));
		row({ name: `${named} Einträge: belegter Speicher (Grenze 300 MB)`, ours: grown, limit: 300, unit: 'MB', better: 'less', goal: 1 });
		row({
			name: `${named} Einträge: davon festgehalten (Grenze 50 MB)`,
			ours: Math.max(1, held),
			limit: 50,
			unit: 'MB',
			better: 'less',
			goal: 1
		});
		note(`Aktualität, ${named} Einträge: ${grown} MB mehr belegt als vorher, davon ${held} MB festgehalten, gleich wie viele es sind.`);
	}
});
