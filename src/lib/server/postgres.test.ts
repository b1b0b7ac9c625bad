import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isRunning, openEmbedded } from './postgres.ts';

const root = process.getuid?.() === 0;
const script = resolve('src/testing/database-child.ts');
const dirs: string[] = [];
const children: ChildProcess[] = [];

const freshDir = () => {
	const dir = mkdtempSync(join(tmpdir(), 'gr-pg-'));
	dirs.push(dir);
	return dir;
};

const template = mkdtempSync(join(tmpdir(), 'gr-pg-'));
beforeAll(async () => (await openEmbedded(template, 'own')).stop());
afterAll(() => rmSync(template, { recursive: true }));

/** A directory with a database that is not running, made in no time. */
const madeDir = () => {
	const dir = freshDir();
	cpSync(template, dir, { recursive: true });
	return dir;
};

/** A process of its own, its lines as they come. */
class Child {
	readonly process: ChildProcess;
	readonly lines: string[] = [];
	errors = '';

	constructor(args: string[], { wrap = [], ...options }: SpawnOptions & { wrap?: string[] } = {}) {
		const [program = '', ...rest] = [...wrap, process.execPath, script, ...args];
		this.process = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
		children.push(this.process);
		let rest_ = '';
		this.process.stdout?.on('data', (chunk) => {
			const parts = `${rest_}${chunk}`.split('\n');
			rest_ = parts.pop() ?? '';
			this.lines.push(...parts);
		});
		this.process.stderr?.on('data', (chunk) => (this.errors += chunk));
	}

	async line(pattern: RegExp): Promise<string> {
		for (let waited = 0; waited < 25_000; waited += 20) {
			const found = this.lines.find((line) => pattern.test(line));
			if (found) return found;
			if (this.process.exitCode !== null) throw new Error(`ended with ${this.process.exitCode}: ${this.errors}`);
			await new Promise((r) => setTimeout(r, 20));
		}
		throw new Error(`no line ${pattern}: ${this.lines.slice(-5).join(' | ')} ${this.errors}`);
	}

	async rows(atLeast: number): Promise<void> {
		const before = this.lines.length;
		for (let waited = 0; this.lines.length < before + atLeast; waited += 20) {
			if (waited > 25_000) throw new Error(`no rows: ${this.errors}`);
			await new Promise((r) => setTimeout(r, 20));
		}
	}

	get acknowledged(): number {
		return Math.max(0, ...this.lines.filter((line) => line.startsWith('row ')).map((line) => Number(line.slice(4))));
	}

	async ends(signal?: NodeJS.Signals): Promise<number | null> {
		if (signal) this.process.kill(signal);
		if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'close');
		return this.process.exitCode;
	}
}

const postmaster = (dir: string) => Number(readFileSync(join(dir, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);

/** Every process that still works in the directory. */
const processesIn = (dir: string) =>
	globSync('/proc/[0-9]*/cmdline').filter((file) => {
		try {
			return readFileSync(file, 'utf8').includes(dir);
		} catch {
			return false;
		}
	});

async function countRows(dir: string): Promise<number> {
	const embedded = await openEmbedded(dir, 'own');
	const client = new pg.Client(embedded.url);
	await client.connect();
	const { rows } = await client.query('select count(*)::int as count from acknowledged');
	await client.end();
	await embedded.stop();
	return rows[0].count;
}

afterEach(async () => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
	for (const dir of dirs.splice(0)) {
		if (isRunning(dir)) process.kill(postmaster(dir), 'SIGQUIT');
		for (let tries = 0; isRunning(dir) && tries < 100; tries++) await new Promise((r) => setTimeout(r, 20));
		rmSync(dir, { recursive: true, force: true });
	}
});

test('after SIGTERM nothing is left running, and no lock file', async () => {
	const dir = madeDir();
	const child = new Child([dir, 'own', 'hold']);
	await child.line(/^open/);
	expect(await child.ends('SIGTERM')).toBe(0);
	expect(existsSync(join(dir, 'pg/postmaster.pid'))).toBe(false);
	expect(processesIn(dir)).toEqual([]);
});

test('kill -9 of the application loses no acknowledged row, and the next start takes the server over', async () => {
	const dir = madeDir();
	const first = new Child([dir, 'own', 'write']);
	await first.rows(200);
	const server = postmaster(dir);
	await first.ends('SIGKILL');
	const second = new Child([dir, 'own', 'hold']);
	await second.line(/^open/);
	expect(postmaster(dir)).toBe(server);
	expect(await second.ends('SIGTERM')).toBe(0);
	expect(await countRows(dir)).toBeGreaterThanOrEqual(first.acknowledged);
});

test('kill -9 of everything at once loses no acknowledged row', async () => {
	const dir = madeDir();
	const child = new Child([dir, 'own', 'write']);
	await child.rows(200);
	process.kill(postmaster(dir), 'SIGKILL');
	await child.ends('SIGKILL');
	const acknowledged = child.acknowledged;
	expect(await countRows(dir)).toBeGreaterThanOrEqual(acknowledged);
	expect(acknowledged).toBeGreaterThan(100);
});

test('kill -9 of the server: it is started again under the running application, which goes on writing', async () => {
	const dir = madeDir();
	const child = new Child([dir, 'own', 'write']);
	await child.rows(100);
	const before = postmaster(dir);
	process.kill(before, 'SIGKILL');
	await child.rows(100);
	expect(postmaster(dir)).not.toBe(before);
	const second = new Child([dir, 'own', 'hold']);
	expect(await second.ends()).toBe(1);
	await child.ends('SIGTERM');
	expect(processesIn(dir)).toEqual([]);
	expect(await countRows(dir)).toBeGreaterThanOrEqual(child.acknowledged);
});

test('a second owner is refused with one line that names the first', async () => {
	const dir = madeDir();
	const first = new Child([dir, 'own', 'hold']);
	await first.line(/^open/);
	const second = new Child([dir, 'own', 'hold']);
	expect(await second.ends()).toBe(1);
	expect(second.errors).toBe(
		`${dir} wird schon von einem anderen Prozess benutzt (Nummer ${first.process.pid}). Bitte diesen zuerst beenden oder ein anderes DATA_DIR wählen.\n`
	);
});

test('of two that start at the same instant on a fresh directory one wins, the other says so', async () => {
	const dir = freshDir();
	const both = [new Child([dir, 'own', 'hold']), new Child([dir, 'own', 'hold'])];
	const outcomes = await Promise.all(
		both.map((child) =>
			child.line(/^open/).then(
				() => 'open',
				(error) => String(error)
			)
		)
	);
	expect(outcomes.sort()).toEqual([expect.stringContaining('wird schon von einem anderen Prozess benutzt'), 'open']);
	expect(readdirSync(dir).filter((name) => name.startsWith('pg.new'))).toEqual([]);
});

test('beside an owner one works along and leaves it running; alone one starts and stops it', async () => {
	const dir = madeDir();
	const alone = new Child([dir, 'share', 'leave']);
	await alone.line(/^open .* alone$/);
	expect(await alone.ends()).toBe(0);
	expect(isRunning(dir)).toBe(false);
	const owner = new Child([dir, 'own', 'hold']);
	await owner.line(/^open/);
	const beside = new Child([dir, 'share', 'leave']);
	await beside.line(/^open .* attached$/);
	expect(await beside.ends()).toBe(0);
	expect(isRunning(dir)).toBe(true);
});

test('of two commands without an owner the last to leave stops the server', async () => {
	const dir = madeDir();
	const first = new Child([dir, 'share', 'hold']);
	await first.line(/^open/);
	const second = new Child([dir, 'share', 'hold']);
	await second.line(/^open/);
	expect(await first.ends('SIGTERM')).toBe(0);
	expect(isRunning(dir)).toBe(true);
	expect(await second.ends('SIGTERM')).toBe(0);
	expect(isRunning(dir)).toBe(false);
});

test('a path too deep for a socket gets a short stand-in, which is gone afterwards', async () => {
	const dir = join(freshDir(), 'x'.repeat(60), 'ein Ordner mit Leerzeichen und ä'.repeat(2));
	const child = new Child([dir, 'own', 'write']);
	const [, sockets = ''] = /host=(\S+)/.exec(await child.line(/^open/)) ?? [];
	await child.rows(3);
	expect(await child.ends('SIGTERM')).toBe(0);
	expect(existsSync(decodeURIComponent(sockets))).toBe(false);
	expect(await countRows(dir)).toBeGreaterThanOrEqual(3);
});

test('a lock file whose number now belongs to another process does not stop the start', async () => {
	const dir = madeDir();
	const stranger = spawn('sleep', ['60']);
	children.push(stranger);
	writeFileSync(join(dir, 'pg/postmaster.pid'), `${stranger.pid}\n${dir}/pg\n1\n5432\n${dir}/run\n\n  1234567   1\nready\n`);
	expect(isRunning(dir)).toBe(false);
	const embedded = await openEmbedded(dir, 'own');
	expect(isRunning(dir)).toBe(true);
	await embedded.stop();
});

test('an empty lock file, as a full disk leaves it, does not stop the start', async () => {
	const dir = madeDir();
	writeFileSync(join(dir, 'pg/postmaster.pid'), '');
	await (await openEmbedded(dir, 'own')).stop();
	expect(isRunning(dir)).toBe(false);
});

test('a broken attempt to make the database is never taken for one', async () => {
	const dir = freshDir();
	mkdirSync(join(dir, 'pg.new-999999999'));
	writeFileSync(join(dir, 'pg.new-999999999/half'), '');
	await (await openEmbedded(dir, 'own')).stop();
	expect(readdirSync(dir).sort()).toEqual(['pg', 'postgres.log', 'run']);
});

test('what is no database, and one of another version, is said in one line', async () => {
	const dir = freshDir();
	mkdirSync(join(dir, 'pg'));
	writeFileSync(join(dir, 'pg/notizen.txt'), '');
	await expect(openEmbedded(dir, 'own')).rejects.toThrow('ist keine vollständige Datenbank');
	writeFileSync(join(dir, 'pg/PG_VERSION'), '17\n');
	await expect(openEmbedded(dir, 'own')).rejects.toThrow('sind von PostgreSQL 17, mitgeliefert ist 18');
});

describe.runIf(root && process.platform === 'linux')('as root', () => {
	/** The tool that makes them is not to be found, which is how we notice. */
	const withoutNamespaces = { ...process.env, PATH: '/nonexistent' };
	const reachable = spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', 'test', '-r', script]).status === 0;
	test('works where only root may enter', async () => {
		const outer = freshDir();
		chmodSync(outer, 0o700);
		const child = new Child([join(outer, 'data'), 'own', 'write']);
		await child.rows(3);
		expect(await child.ends('SIGTERM')).toBe(0);
	});

	test.runIf(reachable)('where user namespaces are forbidden another user runs it, and it says which', async () => {
		const dir = freshDir();
		chmodSync(dir, 0o755);
		const child = new Child([join(dir, 'data'), 'own', 'write'], { env: withoutNamespaces });
		expect(await child.line(/Namensräume/)).toMatch(/PostgreSQL läuft als „(postgres|nobody)“/);
		await child.rows(3);
		expect(await child.ends('SIGTERM')).toBe(0);
		expect(await countRows(join(dir, 'data'))).toBeGreaterThanOrEqual(3);
	});

	test('where they are forbidden and nobody else can enter, it says what to do', async () => {
		const dir = freshDir();
		chmodSync(dir, 0o700);
		const child = new Child([join(dir, 'data'), 'own', 'hold'], { env: withoutNamespaces });
		expect(await child.ends()).toBe(1);
		expect(child.errors).toMatch(/^PostgreSQL läuft nicht als root, und Benutzer-Namensräume.*DATABASE_URL setzen\.\n$/);
	});

	test('a full disk is said in one line', async () => {
		const dir = freshDir();
		const wrap = ['unshare', '-m', 'sh', '-c', `mount -t tmpfs -o size=12m tmpfs ${dir} && exec "$@"`, 'sh'];
		const child = new Child([dir, 'own', 'hold'], { wrap });
		expect(await child.ends()).toBe(1);
		expect(child.errors).toBe(
			`Die Datenbank ließ sich nicht in ${dir} anlegen. Der Datenträger ist voll. Bitte Platz schaffen und neu starten.\n`
		);
	});

	test.runIf(reachable)('an ordinary user runs it without any of this', async () => {
		const dir = freshDir();
		chownSync(dir, 65534, 65534);
		const wrap = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
		const child = new Child([dir, 'own', 'write'], { wrap, env: { ...process.env, HOME: '/nonexistent' } });
		await child.rows(3);
		expect(await child.ends('SIGTERM')).toBe(0);
		expect(processesIn(dir)).toEqual([]);
		expect(await countRows(dir)).toBeGreaterThanOrEqual(3);
		const again = new Child([dir, 'own', 'hold'], { wrap, env: { ...process.env, HOME: '/nonexistent' } });
		await again.line(/^open/);
		expect(await again.ends('SIGTERM')).toBe(0);
	});
});
