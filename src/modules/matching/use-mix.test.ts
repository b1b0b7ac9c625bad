import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Use } from '#modules/properties/vocabulary.ts';
import { solve } from './server/internal/solve.ts';
import { disturb, planOf, programmeOf, rentOf, type MixGroup, type MixRoom, type Problem } from './use-mix.ts';
import { whyNotInMix, type Alone } from './why-not-in-mix.ts';

const room = (id: string, areaM2: number, over: Partial<MixRoom> = {}): MixRoom => ({
	...{ id, name: id, areaM2, divisibleFromM2: null, priceMonthly: null },
	...over
});
type Sketch = Partial<Omit<MixGroup, 'scores'>> & { size: [number, number]; fits: Record<string, number> };
const group = (id: string, { size: [areaMinM2, areaMaxM2], fits, ...over }: Sketch): MixGroup => ({
	...{ id, title: id, areaMinM2, areaMaxM2, maxMonthly: null, uses: [], scores: new Map(Object.entries(fits)) },
	...over
});
const free = { mixesNoise: true, rentAtLeast: null };
const best = async (problem: Problem) => {
	const values = await solve(programmeOf(problem));
	return values && planOf(problem, values);
};
const names = (plan: Awaited<ReturnType<typeof best>>) =>
	plan?.chosen.map(({ group: { id }, parts }) => `${id}: ${parts.map((part) => `${part.room.id} ${part.areaM2}`).join(', ')}`);

const school = [
	room('Saal', 180, { priceMonthly: 360 }),
	room('Klasse 1', 60),
	room('Klasse 2', 60),
	room('Dach', 200, { divisibleFromM2: 40 })
];

test('three groups fill the school: one takes two rooms, one a part of the attic', async () => {
	const groups = [
		group('Bühne', { size: [150, 200], fits: { Saal: 90 } }),
		group('Kita', { size: [110, 130], fits: { 'Klasse 1': 80, 'Klasse 2': 80, Saal: 20 } }),
		group('Ateliers', { size: [50, 90], fits: { Dach: 70, 'Klasse 1': 75 } })
	];
	const plan = await best({ rooms: school, groups, rules: free });
	expect(names(plan)).toEqual(['Bühne: Saal 180', 'Kita: Klasse 1 60, Klasse 2 60', 'Ateliers: Dach 90']);
	expect(plan).toMatchObject({ areaM2: 390, ofM2: 500, rent: 360 });
});

test('who cannot pay, needs more than there is, or needs quiet beside noise is left out, and hears why', async () => {
	const groups = [
		group('Bühne', { size: [150, 200], fits: { Saal: 90 }, uses: ['stage_culture'], maxMonthly: 400 }),
		group('Wohnen', { size: [50, 60], fits: { 'Klasse 1': 90 }, uses: ['housing'] }),
		group('Halle', { size: [900, 1000], fits: { Saal: 50, Dach: 50 } }),
		group('Verein', { size: [170, 180], fits: { Saal: 95 }, maxMonthly: 100 }),
		group('Lager', { size: [10, 20], fits: { Saal: 50 } })
	];
	const problem = { rooms: school, groups, rules: { mixesNoise: false, rentAtLeast: null } };
	const plan = await best(problem);
	expect(names(plan)).toEqual(['Bühne: Saal 180']);
	const why = (id: string, alone: Alone = 'fits') =>
		plan && whyNotInMix(problem, { plan, group: groups.find((g) => g.id === id) as MixGroup, alone });
	expect(why('Wohnen')).toBe('Laut und Ruhe unter einem Dach: verträgt sich nicht mit „Bühne“.');
	expect(why('Halle')).toBe('Braucht 900\u00a0m²; was infrage kommt, hat 380\u00a0m².');
	expect(why('Verein', 'too-dear')).toContain('100\u00a0€ im Monat');
	expect(why('Lager', 'wrong-size')).toContain('bis 20\u00a0m²');
	expect(names(await best({ ...problem, rules: free }))).toEqual(['Bühne: Saal 180', 'Wohnen: Klasse 1 60']);
});

test('what the house has to bring in is brought in, or there is no plan', async () => {
	const groups = [group('Bühne', { size: [150, 200], fits: { Saal: 40 } }), group('Kita', { size: [50, 70], fits: { 'Klasse 1': 99 } })];
	const problem = (rentAtLeast: number) => ({ rooms: school, groups, rules: { mixesNoise: true, rentAtLeast } });
	expect((await best(problem(360)))?.rent).toBe(360);
	expect(await best(problem(361))).toBeNull();
});

test('an alternative is another set of groups', async () => {
	const groups = ['A', 'B', 'C'].map((id, i) => group(id, { size: [180, 180], fits: { Saal: 90 - i } }));
	const problem = { rooms: [school[0] as MixRoom], groups, rules: free };
	const again = async (without: number[][]) => {
		const values = await solve(programmeOf(problem, without));
		return values && planOf(problem, values).chosen.map(({ group: { id } }) => id);
	};
	expect([await again([]), await again([[0]]), await again([[0], [1]])]).toEqual([['A'], ['B'], ['C']]);
	expect(await again([[0], [1], [2]])).toEqual([]);
});

/** Every way to give whole rooms to groups or to nobody, tried one by one. */
function bestByHand({ rooms, groups, rules }: Problem): number {
	const owners = rooms.map(() => [-1, ...groups.map((_, g) => g)]);
	let most = 0;
	const go = (r: number, given: number[]): void => {
		if (r < rooms.length) {
			for (const owner of owners[r] ?? []) if (owner < 0 || groups[owner]?.scores.has(rooms[r]?.id ?? '')) go(r + 1, [...given, owner]);
			return;
		}
		const inside = [...new Set(given.filter((g) => g >= 0))];
		const mine = (g: number) => rooms.filter((_, i) => given[i] === g);
		const fits = inside.every((g) => {
			const one = groups[g] as MixGroup;
			const area = mine(g).reduce((sum, { areaM2 }) => sum + areaM2, 0);
			const rent = mine(g).reduce((sum, some) => sum + rentOf(some, some.areaM2), 0);
			const quiet = rules.mixesNoise || inside.every((other) => other === g || !disturb(one, groups[other] as MixGroup));
			return area >= one.areaMinM2 && area <= one.areaMaxM2 && rent <= (one.maxMonthly ?? Infinity) + 1e-6 && quiet;
		});
		if (!fits) return;
		const value = inside.flatMap((g) => mine(g).map((some) => (some.areaM2 * (groups[g]?.scores.get(some.id) ?? 0)) / 100));
		most = Math.max(
			most,
			value.reduce((sum, v) => sum + v, 0)
		);
	};
	go(0, []);
	return most;
}

test('no plan is better than the one that is proposed', async () => {
	const uses = fc.subarray<Use>(['housing', 'stage_culture', 'cafe']);
	const rooms = fc.array(
		fc.record({ areaM2: fc.integer({ min: 10, max: 90 }), priceMonthly: fc.option(fc.integer({ min: 0, max: 500 })) }),
		{
			minLength: 1,
			maxLength: 4
		}
	);
	const wish = fc.record({
		...{ least: fc.integer({ min: 0, max: 120 }), more: fc.integer({ min: 0, max: 90 }), uses },
		...{
			maxMonthly: fc.option(fc.integer({ min: 0, max: 600 })),
			scores: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 })
		}
	});
	await fc.assert(
		fc.asyncProperty(rooms, fc.array(wish, { minLength: 1, maxLength: 4 }), fc.boolean(), async (houses, wishes, mixesNoise) => {
			const problem: Problem = {
				rooms: houses.map((house, i) => room(String(i), house.areaM2, house)),
				groups: wishes.map(({ least, more, scores, ...rest }, g) => ({
					...rest,
					...{ id: String(g), title: String(g), areaMinM2: least, areaMaxM2: least + more },
					scores: new Map(scores.flatMap((score, i): [string, number][] => (score > 20 ? [[String(i), score]] : [])))
				})),
				rules: { mixesNoise, rentAtLeast: null }
			};
			expect((await best(problem))?.value ?? 0).toBeCloseTo(bestByHand(problem), 3);
		}),
		{ numRuns: 60 }
	);
});
