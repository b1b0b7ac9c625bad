import { createServer } from 'node:net';
import { readEnv, WrongEnvironment, type Env } from '#lib/server/env.ts';
import { openHouse, type House } from '#lib/server/house.ts';
import { log } from '#lib/server/log.ts';
import { DatabaseUnavailable } from '#lib/server/postgres-errors.ts';
import { loadReference } from '#modules/organisations/server/load-reference.ts';
import { progressBar } from './terminal.ts';

/** A start that cannot be, with the one German line that says why. */
export class CannotStart extends Error {}

export type Say = (line: string) => void;
export type Serving = { stop: () => Promise<void> };
type App = {
	/** What is set when the environment says nothing. */
	defaults: Parameters<typeof readEnv>[1];
	/** Before the database is opened. */
	build?: (say: Say) => Promise<void>;
	/** After the reference data is there, before anybody is served. */
	furnish?: (house: House, progress: (what: string, done: number, total: number) => void) => Promise<void>;
	serve: (house: House) => Promise<Serving>;
	/** What is printed under the address. */
	welcome?: (house: House) => string[];
};

async function portIsFree({ PORT, HOST }: Env): Promise<void> {
	const probe = createServer();
	await new Promise<void>((done, fail) => probe.once('error', fail).listen(PORT, HOST, done)).catch((error: NodeJS.ErrnoException) => {
		const reasons: Record<string, string> = {
			EADDRINUSE: `Port ${PORT} ist schon belegt. Bitte das andere Programm beenden oder mit PORT=… einen anderen wählen.`,
			EACCES: `Port ${PORT} ist für diesen Benutzer gesperrt. Bitte mit PORT=… einen über 1023 wählen.`,
			EADDRNOTAVAIL: `HOST=${HOST} ist keine Adresse dieses Rechners.`
		};
		throw new CannotStart(reasons[error.code ?? ''] ?? `An ${HOST}:${PORT} lässt sich nicht lauschen: ${error.message}`);
	});
	await new Promise((done) => probe.close(done));
}

/** Ends in order at SIGTERM and SIGINT, whatever is open by then: requests, worker, pool, database. A second signal does not hurry it. */
function leaveOnSignal(open: { house?: House; serving?: Serving }): { leave: (code: number) => Promise<void> } {
	let leaving: Promise<void> | null = null;
	const leave = (code: number) =>
		(leaving ??= (async () => {
			await open.serving?.stop();
			await open.house?.close();
			process.exit(code);
		})().catch((error) => {
			log.fatal({ err: error }, 'did not end in order');
			process.exit(1);
		}));
	process.on('SIGTERM', () => void leave(0));
	process.on('SIGINT', () => void leave(0));
	const crash = (error: unknown) => {
		log.fatal({ err: error }, 'crashed');
		void leave(1);
		setTimeout(() => process.exit(1), 15_000).unref();
	};
	process.on('uncaughtException', crash);
	process.on('unhandledRejection', crash);
	return { leave };
}

const expected = (error: unknown): error is Error =>
	error instanceof WrongEnvironment || error instanceof DatabaseUnavailable || error instanceof CannotStart;

function databaseRefused(error: unknown): string | null {
	const { code, message } = error as NodeJS.ErrnoException;
	const refused = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000'].includes(code ?? '');
	return refused ? `Die Datenbank aus DATABASE_URL ist nicht zu erreichen: ${message || code}` : null;
}

/** Starts the web application from settings to the first request, with every step said; ends the process with one line when it cannot be. */
export async function runApp({ defaults, build, furnish, serve, welcome }: App): Promise<void> {
	const started = performance.now();
	const bar = progressBar(process.stdout);
	const say: Say = (line) => (bar.clear(), console.log(line));
	const open: { house?: House; serving?: Serving } = {};
	const { leave } = leaveOnSignal(open);
	try {
		const env = readEnv(process.env, defaults);
		process.env.LOG_LEVEL = log.level = env.LOG_LEVEL;
		await portIsFree(env);
		await build?.(say);
		const house = (open.house = await openHouse(env, 'own', { say }));
		await loadReference(house, say);
		await furnish?.(house, bar.draw);
		bar.clear();
		open.serving = await serve(house);
		say(`\nGestaltungsraum läuft: ${env.baseUrl}   (nach ${((performance.now() - started) / 1000).toFixed(1)} s, Ende mit Strg+C)`);
		for (const line of welcome?.(house) ?? []) say(line);
	} catch (error) {
		bar.clear();
		const line = expected(error) ? error.message : databaseRefused(error);
		process.stderr.write(`${line ?? `Der Start ist fehlgeschlagen: ${(error as Error).stack}`}\n`);
		await leave(1);
	}
}
