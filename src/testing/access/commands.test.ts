import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { sql } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { states, type State } from '#modules/procedures/procedure.ts';
import { isPublic } from '#modules/procedures/way.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { roles } from '../cast.ts';
import { expect, test } from '../world.ts';
import { everyone, readingVerbs, type Commands } from './access.ts';
import { endWithOption, ofNoState, statesOf } from './states.ts';

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

const modulesOfProcedures = ['awards', 'concepts', 'judging', 'options', 'procedures'];

test('every command of a procedure says in which states', () => {
	const known = [...Object.keys(statesOf), ...endWithOption, ...ofNoState];
	const wanted = tries.filter(({ module }) => modulesOfProcedures.includes(module)).map(({ module, name }) => `${module}/${name}`);
	expect(known.toSorted(), 'see src/testing/access/states.ts').toEqual(wanted.toSorted());
	expect(Object.keys(statesOf)).toEqual(Object.keys(statesOf).toSorted());
});

/** How much lies in what a command of a procedure writes. */
const amounts = async ({ db }: Pick<Ctx, 'db'>): Promise<unknown> =>
	(
		await db.execute(sql`select (select array_agg(p.state || p.version order by p.id) from procedures p) procedures,
			(select count(*) from record_entries) entries, (select count(*) from events) events, (select count(*) from notices) notices,
			(select array_agg(c.state || c.version order by c.id) from concepts c) concepts, (select count(*) from conflict_declarations) declarations,
			(select array_agg(o.state || o.version order by o.id) from options o) options, (select count(*) from option_steps) steps`)
	).rows[0];

/** Takes the stage into a state of the procedure, or to the end of its option, runs, and undoes it all. */
async function outcomeAt(ctx: Ctx, { run, state }: { run: (ctx: Ctx) => Promise<unknown>; state: State | 'over' }): Promise<unknown> {
	let outcome: unknown;
	await ctx.db
		.transaction(async (db) => {
			const inside = { ...ctx, db };
			if (state === 'over') await db.execute(sql`update options set state = 'lapsed', ended_at = now(), end_reason = 'Zu Ende.'`);
			else {
				const moments = sql`slug = coalesce(slug, 'stand-' || number), published_at = coalesce(published_at, now()), deadline = coalesce(deadline, now() + interval '1 day')`;
				await db.execute(
					sql`update procedures set state = ${state}, discarded_at = case when ${state} = 'discarded' then now() end, ${moments}`
				);
				await db.execute(sql`update procedure_pages set state = ${state}`);
			}
			const before = await amounts(inside);
			outcome = await outcomeFor(inside, run);
			if (outcome !== 'done') expect(await amounts(inside), String(state)).toEqual(before);
			throw new Undo();
		})
		.catch((error) => {
			if (!(error instanceof Undo)) throw error;
		});
	return outcome;
}

/** As somebody who may: in every state that can follow it works or says why not. */
async function tryStates(ctx: Ctx, { key, run }: { key: string; run: (ctx: Ctx) => Promise<unknown> }): Promise<void> {
	if (endWithOption.includes(key))
		expect(await outcomeAt(ctx, { run, state: 'over' }), `${key} after the end`).toMatch(/^4\d\d [\w-]+: .+/);
	const allowed = statesOf[key];
	if (!allowed) return;
	const { rows } = await ctx.db.execute<{ state: State }>(sql`select state from procedures order by updated_at desc, id desc limit 1`);
	const isOut = rows.some(({ state }) => isPublic(state));
	for (const state of Object.keys(states) as State[]) {
		if (isOut && !isPublic(state)) continue;
		const outcome = await outcomeAt(ctx, { run, state });
		if (allowed.includes(state)) expect(outcome, `${key}, ${state}`).toBe('done');
		else expect(outcome, `${key}, ${state}`).toMatch(/^4\d\d [\w-]+: .+/);
	}
}

test.for(tries)('$module/$name: every role, and in every state', async ({ module, name, command }, { db, as }) => {
	const run = await command.arrange({ db, as });
	for (const role of everyone) {
		const outcome = await outcomeFor(as(roles[role] ?? null), run);
		if (outcome instanceof Error) throw outcome;
		if (command.allowed.includes(role)) expect(outcome, role).toBe('done');
		else expect(outcome, role).toMatch(/^(401|403|404) /);
	}
	if (modulesOfProcedures.includes(module)) await tryStates(as(roles[command.allowed[0] ?? ''] ?? null), { key: `${module}/${name}`, run });
});
