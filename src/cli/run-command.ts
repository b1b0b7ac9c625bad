import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '#lib/refusal.ts';
import { readEnv, WrongEnvironment } from '#lib/server/env.ts';
import { openHouse, type House } from '#lib/server/house.ts';
import { DatabaseUnavailable } from '#lib/server/postgres-errors.ts';
import { exit, WrongUsage, type Command, type Input } from './command.ts';
import { chooseDataDir } from './data-dir.ts';
import { commandHelp, overview, usage } from './help.ts';
import { progressBar } from './terminal.ts';

const folder = join(import.meta.dirname, 'commands');
const names = () =>
	globSync('*.ts', { cwd: folder })
		.filter((file) => !file.endsWith('.test.ts'))
		.map((file) => basename(file, '.ts'))
		.sort();

const load = async (name: string): Promise<Command> => (await import(join(folder, `${name}.ts`))).default;

const common = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' }, 'data-dir': { type: 'string' } } as const;

type Parsed = { args: string[]; options: Input['options']; help: boolean; json: boolean; dataDir?: string };

/** Reads the words after the command's name. Throws `WrongUsage` with a German sentence. */
export function parse(command: Pick<Command, 'args' | 'options'>, words: string[]): Parsed {
	const declared = Object.entries(command.options).map(([name, o]) => [
		name,
		{ type: o.type, ...(o.short && { short: o.short }), ...(o.default !== undefined && { default: o.default }) }
	]);
	let parsed;
	try {
		parsed = parseArgs({ args: words, options: { ...Object.fromEntries(declared), ...common }, allowPositionals: true, strict: true });
	} catch (error) {
		const option = /'(-[^']+)'/.exec((error as Error).message)?.[1] ?? '';
		const missing = (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
		throw new WrongUsage(missing ? `Zu ${option} fehlt ein Wert, oder es nimmt keinen.` : `Die Option ${option} gibt es hier nicht.`);
	}
	const { help = false, json = false, 'data-dir': dataDir, ...options } = parsed.values as Record<string, string | boolean | undefined>;
	for (const [name, { type }] of Object.entries(command.options)) if (type === 'boolean') options[name] ??= false;
	const args = parsed.positionals;
	const wanted = Object.keys(command.args);
	const needed = wanted.filter((arg) => !arg.endsWith('?'));
	if (!help && args.length < needed.length) throw new WrongUsage(`Es fehlt: ${needed.slice(args.length).join(', ')}.`);
	if (args.length > wanted.length) throw new WrongUsage(`Zu viele Angaben: ${args.slice(wanted.length).join(' ')}.`);
	return { args, options: options as Parsed['options'], help: !!help, json: !!json, dataDir: dataDir as string | undefined };
}

function codeOf(error: unknown): number {
	if (error instanceof WrongUsage) return exit.usage;
	if (error instanceof Refusal) return exit.refused;
	if (error instanceof WrongEnvironment || error instanceof DatabaseUnavailable) return exit.unavailable;
	if (['ECONNREFUSED', 'ENOTFOUND', '28P01', '3D000'].includes((error as NodeJS.ErrnoException)?.code ?? '')) return exit.unavailable;
	return exit.failed;
}

const wordOf: Record<number, string> = { 1: 'failed', 2: 'usage', 3: 'refused', 4: 'unavailable' };

async function runOne(name: string, words: string[]): Promise<number> {
	const command = await load(name);
	const bar = progressBar(process.stderr);
	const json = words.includes('--json');
	let opened: Promise<House> | undefined;
	let outcome: unknown;
	const print = (line: string) => (json ? process.stderr : process.stdout).write(`${line}\n`);
	try {
		const { args, options, help, dataDir } = parse(command, words);
		if (help) return (process.stdout.write(`${commandHelp(name, command)}\n`), exit.ok);
		const open = () => openHouse(readEnv({ ...process.env, DATA_DIR: chooseDataDir(dataDir ?? process.env.DATA_DIR) }), 'share');
		const code = await command.run({
			args,
			options,
			house: () => (opened ??= open()),
			say: (line = '') => (bar.clear(), print(line)),
			progress: bar.draw,
			result: (value) => (outcome = value)
		});
		return code ?? exit.ok;
	} catch (error) {
		bar.clear();
		const code = codeOf(error);
		const message = error instanceof Error ? error.message : String(error);
		process.stderr.write(`${message}\n`);
		if (code === exit.usage) process.stderr.write(`Aufruf: ${usage(name, command)}   (--help erklärt es)\n`);
		if (code === exit.failed && process.env.LOG_LEVEL === 'debug') process.stderr.write(`${(error as Error).stack}\n`);
		outcome = { error: { code: error instanceof Refusal ? error.code : wordOf[code], message } };
		return code;
	} finally {
		bar.clear();
		await opened?.then((house) => house.close()).catch(() => {});
		if (json && outcome !== undefined) process.stdout.write(`${JSON.stringify(outcome)}\n`);
	}
}

/** Runs the command line and gives the exit code. */
export async function runCommandLine([name = '--help', ...words]: string[]): Promise<number> {
	if (names().includes(name)) return runOne(name, words);
	const commands = Object.fromEntries(await Promise.all(names().map(async (n) => [n, await load(n)] as const)));
	const asked = ['--help', '-h', 'help'].includes(name);
	if (!asked) process.stderr.write(`Den Befehl „${name}“ gibt es nicht.\n\n`);
	(asked ? process.stdout : process.stderr).write(`${overview(commands)}\n`);
	return asked ? exit.ok : exit.usage;
}
