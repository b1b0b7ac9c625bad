import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { escalateOverdue } from '#modules/cases/server/escalate-overdue.ts';
import { bench } from './bench.ts';
import { watched } from './watched.ts';

/** So many of those that wait are overdue: what one run takes on at most. */
const due = 10_000;

const office = [
	`insert into people (id, name, email, email_verified) values (md5('bench office')::uuid, 'Büro', 'buero@bench.example', true) on conflict do nothing`,
	`insert into grants (id, person_id, role, granted_at) values (md5('bench grant')::uuid, md5('bench office')::uuid, 'office', now()) on conflict do nothing`
];
const organisations = `insert into organisations (id, slug, kind, name, ags, created_at, updated_at)
	select gen_random_uuid(), 'rathaus-' || ags, 'municipality', 'Stadt ' || name_short, ags, now(), now() from municipalities on conflict do nothing`;
/** Everything waits; the oldest are over their promised days. */
const waiting = (
	size: number
) => `insert into messages (id, organisation_id, text, sender_name, sender_email, state, step, why, sent_to, promised_days, created_at, sent_at, expires_at)
	select gen_random_uuid(), o.id, 'Was wird aus dem Haus am Markt?', 'Bench', 'frage@bench.example', 'open', 'people', '', '{}', 10, now(),
		now() - interval '1 day' * case when n <= ${due} then 30 else 2 end, now() + interval '90 days'
	from generate_series(1, ${size}) n join (select id, row_number() over (order by id) - 1 as place, count(*) over () as many from organisations where slug like 'rathaus-%') o
		on o.place = n % o.many`;

const bareStatements = [
	`create temp table late on commit drop as select id from messages where state = 'open' and escalated_at is null
		and sent_at + make_interval(days => promised_days) < now() order by sent_at, id limit ${due}`,
	`update messages set escalated_at = now(), step = 'office', why = 'Das Netzwerkbüro dieser Plattform fragt nach.', sent_to = sent_to || '{buero@bench.example}'
		where id in (select id from late)`,
	`insert into mails (id, email, template, created_at) select gen_random_uuid(), 'buero@bench.example', 'letter', now() from late`,
	`select graphile_worker.add_job('mail', payload => json_build_object('to', 'buero@bench.example', 'message', id), max_attempts => 12) from late`
];

async function tidy(pool: Pool): Promise<void> {
	await pool.query(`delete from mails where email = 'buero@bench.example'`);
	await pool.query(`delete from graphile_worker._private_jobs`);
	await pool.query(`delete from messages where sender_email = 'frage@bench.example'`);
	await pool.query(`delete from organisations where slug like 'rathaus-%'`);
}

export default bench({
	name: 'escalation',
	sizes: [100_000, 1_000_000],
	run: async ({ size, database, row, note }) => {
		const { pool } = await database(Math.min(size, 100_000), 'plain');
		const ctx = { db: openDb(pool), actor: null, now: new Date() };
		await tidy(pool);
		for (const statement of office) await pool.query(statement);
		await pool.query(organisations);
		await pool.query(waiting(size));
		await pool.query('vacuum analyze messages');

		const client = await pool.connect();
		await client.query('begin');
		const started = performance.now();
		for (const statement of bareStatements) await client.query(statement);
		const bare = performance.now() - started;
		await client.query('rollback');
		client.release();
		await pool.query('vacuum messages');

		const { ms, grown, held } = await watched(() => escalateOverdue(ctx));
		const { rows } = await pool.query<{ n: number }>(
			`select count(*)::int as n from messages where escalated_at is not null and sender_email = 'frage@bench.example'`
		);
		if (rows[0]?.n !== due) throw new Error(`${rows[0]?.n} statt ${due} Nachrichten wurden weitergegeben`);
		await tidy(pool);

		const named = size.toLocaleString('de-DE');
		row({
			name: `${due.toLocaleString('de-DE')} Überfällige unter ${named} Wartenden: weitergeben, gegen dieselben Zeilen in SQL`,
			ours: (due / ms) * 1000,
			limit: (due / bare) * 1000,
			unit: 'Nachrichten/s'
		});
		const megabytes = (bytes: number) => Math.max(1, Math.round(bytes / 2 ** 20));
		row({
			name: `${named} Wartende: belegter Speicher (Grenze 300 MB)`,
			ours: megabytes(grown),
			limit: 300,
			unit: 'MB',
			better: 'less',
			goal: 1
		});
		note(`Eskalation, ${named} Wartende: ${megabytes(grown)} MB mehr belegt, davon ${megabytes(held)} MB festgehalten.`);
	}
});
