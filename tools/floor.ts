import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The tests that speak SQL, on the oldest PostgreSQL we promise: Debian's 15, started in a temporary directory on a socket, as a user who is not root.
 * `node tools/floor.ts [vitest arguments]`. Without such a PostgreSQL it says so and succeeds.
 */
const bin = '/usr/lib/postgresql/15/bin';
if (!existsSync(join(bin, 'postgres'))) {
	console.log(`Nicht geprüft: PostgreSQL 15 fehlt (${bin}). Unter Debian 12: apt-get install postgresql`);
	process.exit(0);
}

const isRoot = process.getuid?.() === 0;
const [, , uid = '65534', gid = '65534'] = /^postgres:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0].split(':') ?? [];
const as = isRoot ? { uid: Number(uid), gid: Number(gid) } : {};
const dir = mkdtempSync(join(tmpdir(), 'gr-floor-'));
if (isRoot) chownSync(dir, Number(uid), Number(gid));
const data = join(dir, 'pg');
const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'gr', '-E', 'UTF8', '--locale=C.UTF-8', '-N'], {
	...as,
	cwd: '/',
	encoding: 'utf8'
});
if (made.status !== 0) throw new Error(made.stderr);
const settings = [
	'-F',
	'-c',
	'listen_addresses=',
	'-c',
	`unix_socket_directories=${dir}`,
	'-c',
	'shared_buffers=128MB',
	'-c',
	'random_page_cost=1.1',
	// As in the tests on our own server: rows come back in the order in which they were written.
	'-c',
	'autovacuum=off'
];
const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], { ...as, cwd: '/', stdio: 'ignore' });
let code = 1;
try {
	for (let tries = 0; spawnSync(join(bin, 'pg_isready'), ['-q', '-h', dir]).status !== 0; tries++) {
		if (tries > 300) throw new Error('PostgreSQL 15 does not start');
		await new Promise((r) => setTimeout(r, 50));
	}
	const files = globSync(['src/modules/**/server/**/*.test.ts', 'src/testing/*.test.ts', 'src/cli/backup/*.test.ts']);
	const url = `postgresql://gr@localhost/postgres?host=${encodeURIComponent(dir)}`;
	const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...process.argv.slice(2), ...files];
	const run = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: url } });
	[code] = (await once(run, 'exit')) as [number];
} finally {
	server.kill('SIGINT');
	if (server.exitCode === null) await once(server, 'exit');
	rmSync(dir, { recursive: true, force: true });
}
process.exit(code);
