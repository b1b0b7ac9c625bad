import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll } from 'vitest';
import { expect, test } from '#testing/world.ts';
import { command, exit } from './command.ts';
import { commandHelp } from './help.ts';
import { parse } from './run-command.ts';

const dir = mkdtempSync(join(tmpdir(), 'gr-cli-'));
afterAll(() => rmSync(dir, { recursive: true }));

const greet = command({
	summary: 'grüßt',
	args: { WEN: 'wen', 'WIE?': 'wie' },
	options: {
		laut: { type: 'boolean', short: 'l', summary: 'laut' },
		mal: { type: 'string', value: 'N', default: '1', summary: 'wie oft' }
	},
	run: async () => {}
});

test('words become arguments and options, switches are false unless given', () => {
	expect(parse(greet, ['Ines', '-l', '--mal', '3'])).toMatchObject({ args: ['Ines'], options: { laut: true, mal: '3' }, json: false });
	expect(parse(greet, ['Ines', '--json'])).toMatchObject({ options: { laut: false, mal: '1' }, json: true });
});

test.for([
	[[], 'Es fehlt: WEN.'],
	[['a', 'b', 'c'], 'Zu viele Angaben: c.'],
	[['a', '--leise'], 'Die Option --leise gibt es hier nicht.'],
	[['a', '--mal'], 'fehlt ein Wert']
] as const)('%j is a wrong call: %s', ([words, message]) => {
	expect(() => parse(greet, [...words])).toThrow(message);
});

test.for(globSync('src/cli/commands/*.ts').filter((file) => !file.endsWith('.test.ts')))('%s explains itself', async (file) => {
	const { default: declared } = await import(`./commands/${basename(file)}`);
	const help = commandHelp(basename(file, '.ts'), declared);
	expect(help).toContain('Rückgabewerte');
	for (const [name, { summary }] of Object.entries<{ summary: string }>(declared.options))
		expect(help).toMatch(new RegExp(`--${name}.*  ${summary.slice(0, 10).replace(/[^\\wäöüß ]/g, '.')}`));
});

const cli = (words: string[], env: NodeJS.ProcessEnv = {}) => {
	const done = spawnSync(process.execPath, ['src/cli/main.ts', ...words], {
		encoding: 'utf8',
		env: { ...process.env, DATA_DIR: dir, LOG_LEVEL: 'error', ...env }
	});
	return { code: done.status, out: done.stdout, err: done.stderr, last: done.stdout.trimEnd().split('\n').at(-1) ?? '' };
};

test('the exit code and the last line tell machines what happened', { timeout: 120_000 }, () => {
	const file = join(dir, 'sicherung.tar.gz');
	expect(cli(['verify', join(dir, 'nichts'), '--json'])).toMatchObject({
		code: exit.refused,
		last: expect.stringContaining('"code":"no-file"')
	});
	expect(cli(['gibtsnicht'])).toMatchObject({ code: exit.usage, err: expect.stringContaining('gibt es nicht') });
	expect(cli(['backup', file], { DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' }).code).toBe(exit.unavailable);
	expect(cli(['backup', file], { LOG_LEVEL: 'laut' })).toMatchObject({
		code: exit.unavailable,
		err: expect.stringMatching(/^LOG_LEVEL:[^\n]+\n$/)
	});
});

test('with --json standard output is one line of JSON, and people read standard error', { timeout: 120_000 }, ({ pool }) => {
	const { out, err, code } = cli(['export', join(dir, 'raeume.csv'), '--json'], { DATABASE_URL: pool.options.connectionString });
	expect([code, JSON.parse(out)]).toEqual([exit.ok, { file: join(dir, 'raeume.csv'), format: 'csv', rows: expect.any(Number) }]);
	expect(err).toContain('Räume in');
});
