import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { roles } from '../cast.ts';
import { expect, test } from '../world.ts';
import { everyone, readingVerbs, type Commands } from './access.ts';

const sources = globSync('src/modules/*/server/**/*.ts').filter((f) => !/\.test\.ts$|tables\.ts$|\/internal\//.test(f));
const found = sources
	.map((file) => ({ file, module: file.split('/')[2] ?? '', name: basename(file, '.ts') }))
	.filter(({ name }) => !readingVerbs.includes(name.split('-')[0] ?? ''));
const modules = [...new Set(found.map(({ module }) => module))];

async function entriesOf(module: string): Promise<Commands> {
	if (!existsSync(`src/testing/access/${module}.ts`)) return {};
	return ((await import(`./${module}.ts`)) as { commands: Commands }).commands;
}
const entries = Object.fromEntries(await Promise.all(modules.map(async (module) => [module, await entriesOf(module)] as const)));

const lineToAdd = (name: string) =>
	`\t'${name}': { allowed: ['editor', 'admin'], arrange: async ({ as }) => { /* set the stage */ return (ctx) => …(ctx, …); } },`;

test.for(modules)('every command of %s says who may call it', (module) => {
	const missing = found.filter((c) => c.module === module && !entries[module]?.[c.name]).map((c) => lineToAdd(c.name));
	expect(missing, `add to src/testing/access/${module}.ts (see access.ts):\n${missing.join('\n')}\n`).toEqual([]);
});

test.for(modules)('every entry of %s has its command', (module) => {
	const names = new Set(found.filter((c) => c.module === module).map((c) => c.name));
	expect(Object.keys(entries[module] ?? {}).filter((name) => !names.has(name))).toEqual([]);
});

const tries = modules.flatMap((module) =>
	Object.entries(entries[module] ?? {}).flatMap(([name, command]) => (command.allowed === 'system' ? [] : [{ module, name, command }]))
);

class Undo extends Error {}

/** What a role gets: 'done', or the refusal; undone again, so that the next one finds the same stage. */
async function outcomeFor(ctx: Ctx, run: (ctx: Ctx) => Promise<unknown>): Promise<unknown> {
	let outcome: unknown = 'done';
	await ctx.db
		.transaction(async (db) => {
			await run({ ...ctx, db }).catch((error: unknown) => {
				outcome = error instanceof Refusal ? `${error.status} ${error.code}: ${error.message}` : error;
			});
			throw new Undo();
		})
		.catch((error) => {
			if (!(error instanceof Undo)) throw error;
		});
	return outcome;
}

test.for(tries)('$module/$name: every role', async ({ command }, { db, as }) => {
	const run = await command.arrange({ db, as });
	for (const role of everyone) {
		const outcome = await outcomeFor(as(roles[role] ?? null), run);
		if (outcome instanceof Error) throw outcome;
		if (command.allowed.includes(role)) expect(outcome, role).toBe('done');
		else expect(outcome, role).toMatch(/^(401|403|404) /);
	}
});
