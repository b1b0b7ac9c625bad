import pg from 'pg';
import { openEmbedded } from '#lib/server/postgres.ts';
import { DatabaseUnavailable } from '#lib/server/postgres-errors.ts';

/**
 * A process of its own that opens a database, for the tests of crashes: `node database-child.ts DIR own|share hold|write`. Says what it does line by
 * line; `write` prints the number of every row after its commit was acknowledged.
 */
const [dir = '', mode = 'own', task = 'hold'] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
	const embedded = await openEmbedded(dir, mode as 'own' | 'share', say);
	process.once('SIGTERM', () => void embedded.stop().then(() => process.exit(0)));
	say(`open ${embedded.url} ${embedded.attached ? 'attached' : 'alone'}`);
	if (task === 'write') {
		const pool = new pg.Pool({ connectionString: embedded.url, max: 1, application_name: 'writer' });
		pool.on('error', () => {});
		await pool.query('create table if not exists acknowledged (n int primary key)');
		const { rows } = await pool.query('select coalesce(max(n), 0) as last from acknowledged');
		for (let n = rows[0].last + 1; ; n++) {
			try {
				await pool.query('insert into acknowledged values ($1)', [n]);
				say(`row ${n}`);
			} catch (error) {
				if ((error as { code?: string }).code === '23505') say(`row ${n}`);
				else {
					await new Promise((r) => setTimeout(r, 50));
					n--;
				}
			}
		}
	}
	if (task === 'leave') {
		await embedded.stop();
		process.exit(0);
	}
	setInterval(() => {}, 1000);
} catch (error) {
	process.stderr.write(`${error instanceof DatabaseUnavailable ? error.message : (error as Error).stack}\n`);
	process.exit(1);
}
