import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = 'build/.sources';

/** A fingerprint of everything the build is made of. */
function fingerprint(): string {
	const hash = createHash('sha256');
	const settings = ['package-lock.json', 'vite.config.ts', 'tools/inline-script.ts', 'tsconfig.json'];
	const files = globSync(['src/**/*', 'static/**/*', 'reference/**/*.json', ...settings], { withFileTypes: true });
	const paths = files.filter((file) => file.isFile() && !/\.test\.ts$/.test(file.name)).map((file) => join(file.parentPath, file.name));
	for (const path of paths.sort()) hash.update(path).update('\0').update(readFileSync(path));
	return hash.digest('hex');
}

/** Always for operation, whatever the program that asks is run for: tests set NODE_ENV, and with it the pages of development would be open. */
const env = { ...process.env, NODE_ENV: 'production' };

/** Builds the web application when its sources changed since the last build. Throws with the end of the builder's words when it fails. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
	const wanted = fingerprint();
	if (existsSync('build/handler.js') && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	say('Die Anwendung wird gebaut (einmalig nach jeder Änderung, etwa eine halbe Minute) …');
	const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env
	});
	let words = '';
	child.stdout.on('data', (chunk) => (words += chunk));
	child.stderr.on('data', (chunk) => (words += chunk));
	const [code] = await once(child, 'close');
	if (code !== 0) throw new Error(`Die Anwendung ließ sich nicht bauen:\n${words.slice(-4000)}`);
	writeFileSync(stamp, wanted);
}

if (import.meta.main) await ensureBuilt(console.log);
