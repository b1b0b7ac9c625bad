import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { connect } from 'node:net';
import { sql } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import type { House } from '#lib/server/house.ts';
import { newId } from '#lib/server/id.ts';

/** One thing looked at: what it is, how it stands, and what to do about it. */
export type Finding = { what: string; state: 'good' | 'warning' | 'bad'; detail: string; todo?: string };
type Look = (house: House, db: Db) => Promise<Omit<Finding, 'what'>>;

const good = (detail: string) => ({ state: 'good' as const, detail });
const warning = (detail: string, todo: string) => ({ state: 'warning' as const, detail, todo });
const bad = (detail: string, todo: string) => ({ state: 'bad' as const, detail, todo });
const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toLocaleString('de-DE', { maximumFractionDigits: 1 })} GB`;

const program: Look = async () => {
	const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
	return good(`Gestaltungsraum ${version} auf Node ${process.versions.node}`);
};

const database: Look = async ({ env }, db) => {
	const { rows } = await db.execute<{ version: number; size: string; fsync: string }>(
		sql`select current_setting('server_version_num')::int as version, pg_database_size(current_database())::text as size, current_setting('fsync') as fsync`
	);
	const { version = 0, size = '0', fsync } = rows[0] ?? {};
	const detail = `PostgreSQL ${Math.floor(version / 10_000)}, ${gigabytes(Number(size))}, ${env.DATABASE_URL ? 'aus DATABASE_URL' : `mitgeliefert, in ${env.DATA_DIR}`}`;
	if (version < 150_000) return bad(detail, 'Bitte auf PostgreSQL 15 oder neuer umsteigen.');
	return fsync === 'on'
		? good(detail)
		: bad(`${detail}, fsync ist aus`, 'Bitte fsync einschalten: Bei einem Stromausfall gehen sonst Daten verloren.');
};

const schema: Look = async (_, db) => {
	const journal = JSON.parse(readFileSync('migrations/meta/_journal.json', 'utf8')) as { entries: { tag: string }[] };
	const wanted = journal.entries.map(({ tag }) =>
		createHash('sha256')
			.update(readFileSync(`migrations/${tag}.sql`))
			.digest('hex')
	);
	const { rows } = await db.execute<{ hash: string }>(sql`select hash from drizzle.__drizzle_migrations order by created_at`);
	const there = new Set(rows.map(({ hash }) => hash));
	const missing = wanted.filter((hash) => !there.has(hash)).length;
	if (rows.length > wanted.length) return bad('Die Datenbank ist neuer als das Programm', 'Bitte das Programm aktualisieren.');
	return missing
		? bad(`${missing} Änderungen am Schema fehlen`, 'Bitte den Server neu starten, er holt sie nach.')
		: good(`auf dem Stand des Programms (${rows.length} Schritte)`);
};

const wantedExtensions = ['pg_trgm', 'unaccent', 'btree_gin', 'cube', 'earthdistance'];
const extensions: Look = async (_, db) => {
	const { rows } = await db.execute<{ extname: string }>(sql`select extname from pg_extension`);
	const missing = wantedExtensions.filter((name) => !rows.some(({ extname }) => extname === name));
	return missing.length
		? bad(`Es fehlen ${missing.join(', ')}`, `Bitte als Verwalter der Datenbank anlegen: create extension ${missing[0]};`)
		: good('alle da');
};

const jobs: Look = async (_, db) => {
	const { rows } = await db.execute<{ task: string; stuck: number; late: number; error: string | null }>(
		sql`select task_identifier as task, count(*) filter (where attempts >= max_attempts)::int as stuck,
			count(*) filter (where attempts < max_attempts and locked_at is null and run_at < now() - interval '10 minutes')::int as late,
			max(left(last_error, 120)) as error from graphile_worker.jobs group by 1`
	);
	const stuck = rows.filter((row) => row.stuck);
	if (stuck.length)
		return bad(
			`Aufgegeben nach vielen Versuchen: ${stuck.map(({ task, stuck: n, error }) => `${n} × ${task} (${error})`).join(', ')}`,
			'Bitte die Ursache beheben; das Protokoll des Servers nennt sie genauer.'
		);
	const late = rows.reduce((sum, row) => sum + row.late, 0);
	return late
		? warning(`${late} Aufgaben warten seit über zehn Minuten`, 'Läuft der Server? Ohne ihn arbeitet niemand die Aufgaben ab.')
		: good('nichts liegt liegen');
};

const disk: Look = async ({ env }) => {
	const { bavail, bsize, blocks } = await statfs(env.DATA_DIR);
	const free = bavail * bsize;
	const detail = `${gigabytes(free)} frei von ${gigabytes(blocks * bsize)} (${env.DATA_DIR})`;
	if (free < 0.5 * 2 ** 30) return bad(detail, 'Bitte Platz schaffen: Ist die Platte voll, nimmt die Datenbank nichts mehr an.');
	return free < 3 * 2 ** 30 ? warning(detail, 'Bitte bald Platz schaffen.') : good(detail);
};

const files: Look = async ({ store, env }) => {
	const where = env.S3_URL ? `Bucket ${new URL(env.S3_URL).host}${new URL(env.S3_URL).pathname}` : `${env.DATA_DIR}/files`;
	const key = `doctor/${newId()}`;
	await store.put(key, Buffer.from(key), 'text/plain');
	const back = Buffer.from((await store.get(key)) ?? []).toString();
	await store.delete(key);
	return back === key
		? good(`${where}: schreiben, lesen, löschen gelingt`)
		: bad(`${where}: Geschriebenes kommt nicht zurück`, 'Bitte die Ablage prüfen.');
};

const mail: Look = async ({ env }) => {
	if (!env.SMTP_URL) return warning(`ohne SMTP_URL landen alle Mails in ${env.DATA_DIR}/mail`, 'Für den Betrieb bitte SMTP_URL setzen.');
	const { hostname, port, protocol } = new URL(env.SMTP_URL);
	const number = Number(port) || (protocol === 'smtps:' ? 465 : 587);
	const problem = await new Promise<string | null>((done) => {
		const socket = connect({ host: hostname, port: number, timeout: 5000 }, () => (socket.destroy(), done(null)));
		socket.once('error', (error) => done(error.message)).once('timeout', () => (socket.destroy(), done('keine Antwort')));
	});
	return problem
		? bad(`${hostname}:${number} ist nicht zu erreichen: ${problem}`, 'Bitte SMTP_URL und die Firewall prüfen.')
		: good(`${hostname}:${number} antwortet`);
};

const address: Look = async ({ env }) =>
	env.PUBLIC_BASE_URL
		? good(env.baseUrl)
		: warning(`${env.baseUrl}, weil PUBLIC_BASE_URL fehlt`, 'Für den Betrieb bitte setzen: Links in Mails führen dorthin.');

const looks: Record<string, Look> = {
	Programm: program,
	Datenbank: database,
	Schema: schema,
	Erweiterungen: extensions,
	Aufgaben: jobs,
	Platz: disk,
	Dateien: files,
	Mail: mail,
	Adresse: address
};

/** Looks at everything; what cannot be looked at is a finding as well. */
export async function examine(house: House, db: Db): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const [what, look] of Object.entries(looks))
		try {
			findings.push({ what, ...(await look(house, db)) });
		} catch (error) {
			findings.push({ what, ...bad(`ließ sich nicht prüfen: ${(error as Error).message}`, 'Bitte diese Meldung der Betreuung zeigen.') });
		}
	return findings;
}
