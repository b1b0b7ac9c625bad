import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from '#lib/server/postgres.ts';

/** Where `start`, `demo` and `dev` keep their data when DATA_DIR says nothing. */
export const dataDirs = { start: '.data', demo: '.data/demo', dev: '.data/dev' } as const;

/** The data directory a command means: DATA_DIR, else that of the running server, else the first that exists, else that of `start`. */
export function chooseDataDir(given: string | undefined): string {
	if (given) return given;
	const all = Object.values(dataDirs);
	return all.find((dir) => isRunning(dir)) ?? all.find((dir) => existsSync(join(dir, 'pg'))) ?? dataDirs.start;
}
