import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../src/cli/build.ts';
import { openEmbedded } from '../../src/lib/server/postgres.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		baseUrl: string;
		dataDir: string;
		databaseUrl: string;
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
}

/** All journeys come from one address; the thirty sign-ins of a quarter of an hour that one network has are not theirs to share. */
function forgiveTheNetwork(url: string): () => Promise<void> {
	const pool = new pg.Pool({ connectionString: url, max: 1 });
	pool.on('error', () => {});
	const timer = setInterval(() => void pool.query(`delete from attempts where bucket like '% net %'`).catch(() => {}), 5_000);
	return async () => {
		clearInterval(timer);
		await pool.end();
	};
}

/** Tells the journeys where the database is, and lets go of it at the end. */
async function openBeside(project: TestProject, dataDir: string): Promise<() => Promise<void>> {
	const { url, stop } = await openEmbedded(dataDir, 'share');
	project.provide('databaseUrl', url);
	const end = forgiveTheNetwork(url);
	return async () => {
		await end();
		await stop();
	};
}

/** The built app with the demo world on a database of its own, as a person would start it. `JOURNEY_URL` uses a running one instead. */
export default async function setup(project: TestProject) {
	if (process.env.JOURNEY_URL) {
		const dataDir = process.env.DATA_DIR ?? '.data/demo';
		project.provide('baseUrl', process.env.JOURNEY_URL);
		project.provide('dataDir', dataDir);
		return openBeside(project, dataDir);
	}
	await ensureBuilt((line) => process.stdout.write(`${line}\n`));
	const dataDir = mkdtempSync(join(tmpdir(), 'gr-journeys-'));
	const port = await freePort();
	const app = spawn(process.execPath, ['src/cli/demo.ts'], {
		env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn', OIDC_ALLOW_PRIVATE: 'true' },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const endApp = async () => {
		app.kill('SIGTERM');
		if (app.exitCode === null) await once(app, 'exit');
		rmSync(dataDir, { recursive: true, force: true });
	};
	const baseUrl = `http://localhost:${port}`;
	try {
		await untilItAnswers(app, baseUrl);
		project.provide('baseUrl', baseUrl);
		project.provide('dataDir', dataDir);
		const end = await openBeside(project, dataDir);
		return async () => {
			await end();
			await endApp();
		};
	} catch (error) {
		await endApp();
		throw error;
	}
}

async function untilItAnswers(app: ChildProcess, baseUrl: string): Promise<void> {
	const answers = () =>
		fetch(baseUrl).then(
			(r) => r.ok,
			() => false
		);
	for (const end = Date.now() + 180_000; !(await answers()); await new Promise((r) => setTimeout(r, 200))) {
		if (app.exitCode !== null) throw new Error('Die Anwendung ist beim Start beendet worden.');
		if (Date.now() > end) throw new Error('Die Anwendung antwortet nicht.');
	}
}
