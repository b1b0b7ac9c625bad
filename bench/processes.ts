import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Context, Database, LoadOptions } from './bench.ts';

/** The processes of a run: the application, bare servers, load. All on loopback, all ended with it. */
const children: ChildProcess[] = [];

export async function endProcesses(): Promise<void> {
	for (const child of children.splice(0)) {
		if (child.exitCode !== null) continue;
		child.kill('SIGTERM');
		await Promise.race([once(child, 'exit'), new Promise((r) => setTimeout(r, 8000))]);
		child.kill('SIGKILL');
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
}

export const startApp: Context['app'] = async (database: Database, env = {}) => {
	const port = await freePort();
	const child = spawn(process.execPath, ['src/cli/start.ts'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: {
			...process.env,
			DATABASE_URL: database.url,
			HOST: '127.0.0.1',
			PORT: String(port),
			LOG_LEVEL: 'warn',
			JOBS: 'false',
			DATA_DIR: '.data/bench/app',
			...env
		}
	});
	children.push(child);
	const address = `http://127.0.0.1:${port}`;
	for (let tries = 0; tries < 1800; tries++) {
		if (child.exitCode !== null) throw new Error('the application ended at its start');
		const up = await fetch(`${address}/healthz`).catch(() => null);
		if (up) return address;
		await new Promise((r) => setTimeout(r, 100));
	}
	throw new Error('the application does not answer');
};

export const startBare: Context['bare'] = async (database, module) => {
	const env = { ...process.env, DATABASE_URL: database.url };
	const child = spawn(process.execPath, ['bench/bare.ts', module], { stdio: ['ignore', 'pipe', 'inherit'], env });
	children.push(child);
	const [line] = await once(child.stdout, 'data');
	return String(line).trim();
};

export const load: Context['load'] = async (address, paths, { requests = 2000, connections = 16, headers = {} }: LoadOptions = {}) => {
	const order = JSON.stringify({ paths, requests, connections, headers });
	const child = spawn(process.execPath, ['bench/load.ts', address, order], { stdio: ['ignore', 'pipe', 'inherit'] });
	let text = '';
	child.stdout.on('data', (chunk) => (text += chunk));
	const [code] = await once(child, 'close');
	if (code !== 0) throw new Error(`load on ${address} failed`);
	const { perSecond, wrong } = JSON.parse(text) as { perSecond: number; wrong: string | null };
	if (wrong) throw new Error(`${address}${paths[0]} answers ${wrong}`);
	return perSecond;
};
