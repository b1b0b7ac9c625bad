import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { findChromium, headlessShell } from '../e2e/support/chromium.ts';

/** Everything that must hold. Ends with "N passed, N failed". */
type Step = { name: string; command: string[]; report?: string; isAlone?: boolean };

const reports = mkdtempSync(join(tmpdir(), 'gr-reports-'));
const reporting = (name: string, ...command: string[]): Step => {
	const report = join(reports, `${name}.json`);
	return { name, command: [...command, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], report };
};

const prepare: Step = { name: 'types (prepare)', command: ['svelte-kit', 'sync'] };
/** What reads the source and what runs it: side by side, one after the other in itself. */
const lanes: Step[][] = [
	[
		{ name: 'format', command: ['prettier', '--check', '.'] },
		{ name: 'types', command: ['svelte-check', '--tsconfig', './tsconfig.json', '--threshold', 'warning'] },
		{ name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
		{ name: 'arrows', command: ['depcruise', 'src', '--config', '.dependency-cruiser.mjs'] },
		{ name: 'unused', command: ['knip'] },
		{ name: 'build', command: ['node', 'src/cli/build.ts'] }
	],
	[reporting('unit', 'vitest', 'run', '--project', 'unit'), reporting('PostgreSQL 15', 'node', 'tools/floor.ts')]
];
const journeys = { ...reporting('journeys', 'vitest', 'run', '--project', 'journeys'), isAlone: true };

function ensureChromium(): void {
	const mayInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
	if (mayInstall && !process.env.CHROMIUM_PATH && !existsSync(headlessShell)) {
		console.log('Die Prüfung im Browser nimmt „chromium-headless-shell“ und holt es aus den Paketen von Debian.');
		spawnSync('sh', ['-c', 'apt-get update -qq; apt-get install -y -qq chromium-headless-shell || apt-get install -y -qq chromium'], {
			stdio: 'inherit'
		});
	}
	if (findChromium()) return;
	console.error('Für die Prüfung im Browser fehlt Chromium. Bitte das Paket „chromium“ installieren oder CHROMIUM_PATH setzen.');
	process.exit(1);
}

/** What a report of Vitest says. */
type Report = {
	numPassedTests: number;
	numFailedTests: number;
	numFailedTestSuites: number;
	testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[];
};

const failuresIn = ({ testResults }: Report): string[] =>
	testResults.flatMap(({ name, assertionResults }) =>
		assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${relative('.', name)}: ${fullName}`)
	);

let passed = 0;
let failed = 0;
const broken: string[] = [];
const times: string[] = [];

function count({ name, report }: Step, status: number | null): void {
	if (report && existsSync(report)) {
		const result = JSON.parse(readFileSync(report, 'utf8')) as Report;
		broken.push(...failuresIn(result).map((failure) => `${name}: ${failure}`));
		passed += result.numPassedTests;
		failed += result.numFailedTests || (status === 0 ? 0 : Math.max(1, result.numFailedTestSuites));
	} else if (status === 0) passed += 1;
	else failed += 1;
	if (status !== 0) broken.push(name);
}

/** Runs a step and counts. What it says is shown when it has ended, so that two at a time stay legible; a step that runs alone speaks at once. */
async function run(step: Step): Promise<void> {
	const started = performance.now();
	if (step.isAlone) console.log(`\n── ${step.name}`);
	const [program = '', ...rest] = step.command;
	const child = spawn(join('node_modules/.bin', program), rest, {
		stdio: step.isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, PATH: `${resolve('node_modules/.bin')}:${process.env.PATH}` }
	});
	const said: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
	const [status] = (await once(child, 'close')) as [number | null];
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	if (!step.isAlone) console.log(`\n── ${step.name}`);
	process.stdout.write(Buffer.concat(said));
	console.log(`── ${step.name}: ${status === 0 ? 'hält' : 'HÄLT NICHT'} (${seconds} s)`);
	times.push(`${step.name} ${seconds} s`);
	count(step, status);
}

async function runAll(steps: Step[]): Promise<void> {
	for (const step of steps) await run(step);
}

ensureChromium();
await run(prepare);
await Promise.all(lanes.map(runAll));
await run(journeys);
console.log(`\n${times.join(', ')}`);
if (broken.length > 0) console.log(`\nHält nicht:\n${broken.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
