import type { Use } from '#modules/properties/vocabulary.ts';

/**
 * Which groups fill a large house together: an integer programme over what each of them needs. Areas in m², money in euro per month.
 * Every group gets all it needs or nothing; what is not known forbids nothing. A person decides, this only proposes.
 */
export type MixRoom = {
	id: string;
	name: string;
	areaM2: number;
	/** From how much on a part of it can be had; null: all of it or nothing. */
	divisibleFromM2: number | null;
	priceMonthly: number | null;
};

export type MixGroup = {
	id: string;
	title: string;
	areaMinM2: number;
	areaMaxM2: number;
	maxMonthly: number | null;
	uses: readonly Use[];
	/** How well each room fits, 0 to 100, the area left aside; a room that does not stand here is excluded. */
	scores: ReadonlyMap<string, number>;
};

export type MixRules = {
	/** Loud and quiet uses under one roof. */
	mixesNoise: boolean;
	/** What the house has to bring in at least. */
	rentAtLeast: number | null;
};

/** Uses that neighbours hear, and uses that need quiet: a coarse first guess to start a conversation with, no acoustic report. */
export const loudUses: readonly Use[] = ['rehearsal', 'stage_culture', 'workshop_makerspace', 'gastronomy', 'youth', 'farm_production'];
export const quietUses: readonly Use[] = ['housing', 'co_housing', 'senior_care', 'health', 'library'];

const is = (some: readonly Use[]) => (group: Pick<MixGroup, 'uses'>) => group.uses.some((use) => some.includes(use));
export const disturb = (a: Pick<MixGroup, 'uses'>, b: Pick<MixGroup, 'uses'>): boolean =>
	(is(loudUses)(a) && is(quietUses)(b)) || (is(quietUses)(a) && is(loudUses)(b));

/** What a room, or so much of it, costs a month; an unknown price costs nothing here. */
export const rentOf = ({ priceMonthly, areaM2 }: MixRoom, areaTaken: number): number => ((priceMonthly ?? 0) * areaTaken) / areaM2;

type Pair = { room: MixRoom; group: MixGroup; r: number; g: number; score: number; least: number };

/** What could be at all: the room is not excluded, and a part of it that can be had is not more than the group wants. */
function pairsOf(rooms: readonly MixRoom[], groups: readonly MixGroup[]): Pair[] {
	return groups.flatMap((group, g) =>
		rooms.flatMap((room, r) => {
			const score = group.scores.get(room.id);
			const least = Math.min(room.areaM2, room.divisibleFromM2 ?? room.areaM2);
			return score === undefined || least > group.areaMaxM2 ? [] : [{ room, group, r, g, score, least }];
		})
	);
}

const number = (value: number): string => (Object.is(value, -0) ? 0 : Number(value.toFixed(6))).toString();
const sum = (terms: readonly [number, string][]): string =>
	terms.map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${number(Math.abs(factor))} ${name}`).join(' ') || '0 zero';

export type Problem = { rooms: readonly MixRoom[]; groups: readonly MixGroup[]; rules: MixRules };

const x = ({ g, r }: Pair) => `x${g}_${r}`;
const a = ({ g, r }: Pair) => `a${g}_${r}`;

/** A room is taken whole by one, or shared in parts that are not too small. */
function rowsOfRooms({ rooms }: Problem, pairs: readonly Pair[]): string[] {
	const ofPairs = pairs.flatMap((p) => {
		const most = p.room.divisibleFromM2 === null ? p.room.areaM2 : Math.min(p.room.areaM2, p.group.areaMaxM2);
		return [
			`${sum([
				[1, a(p)],
				[-most, x(p)]
			])} <= 0`,
			`${sum([
				[1, a(p)],
				[-p.least, x(p)]
			])} >= 0`,
			`${sum([
				[1, x(p)],
				[-1, `y${p.g}`]
			])} <= 0`
		];
	});
	const ofRooms = rooms.flatMap((room, r) => {
		const here = pairs.filter((p) => p.r === r);
		if (!here.length) return [];
		const shared = `${sum(here.map((p) => [1, a(p)]))} <= ${number(room.areaM2)}`;
		return room.divisibleFromM2 === null ? [shared, `${sum(here.map((p) => [1, x(p)]))} <= 1`] : [shared];
	});
	return [...ofPairs, ...ofRooms];
}

/** A group gets all the room it needs, for what it can pay, or nothing; loud and quiet not together. */
function rowsOfGroups({ groups, rules }: Problem, pairs: readonly Pair[]): string[] {
	const needs = groups.flatMap((group, g) => {
		const own = pairs.filter((p) => p.g === g);
		const area = own.map((p): [number, string] => [1, a(p)]);
		const rent = own.map((p): [number, string] => [rentOf(p.room, 1), a(p)]);
		const rows = [`${sum([...area, [-group.areaMinM2, `y${g}`]])} >= 0`, `${sum([...area, [-group.areaMaxM2, `y${g}`]])} <= 0`];
		return group.maxMonthly === null ? rows : [...rows, `${sum([...rent, [-group.maxMonthly, `y${g}`]])} <= 0`];
	});
	if (rules.mixesNoise) return needs;
	const quarrels = groups.flatMap((one, g) => groups.flatMap((other, h) => (h > g && disturb(one, other) ? [`y${g} + y${h} <= 1`] : [])));
	return [...needs, ...quarrels];
}

/**
 * The programme in the LP format of CPLEX. `y` a group is in, `x` it has something of a room, `a` how much of it.
 * Goal: square metres in use, weighted by how well they fit. `without`: sets of groups that shall not come again, for alternatives.
 */
export function programmeOf(problem: Problem, without: readonly (readonly number[])[] = []): string {
	const { rooms, groups, rules } = problem;
	const pairs = pairsOf(rooms, groups);
	const rows = [...rowsOfRooms(problem, pairs), ...rowsOfGroups(problem, pairs)];
	if (rules.rentAtLeast !== null) rows.push(`${sum(pairs.map((p) => [rentOf(p.room, 1), a(p)]))} >= ${number(rules.rentAtLeast)}`);
	for (const set of without) rows.push(`${sum(groups.map((_, g) => [set.includes(g) ? 1 : -1, `y${g}`]))} <= ${set.length - 1}`);
	return [
		...['Maximize', ` obj: ${sum(pairs.map((p) => [p.score / 100, a(p)]))}`],
		...['Subject To', ...rows.map((row, i) => ` c${i}: ${row}`)],
		...['Bounds', ' zero = 0'],
		...['Binary', ` ${[...pairs.map(x), ...groups.map((_, g) => `y${g}`)].join(' ')}`],
		'End'
	].join('\n');
}

export type MixPart = { room: MixRoom; areaM2: number; score: number; rent: number };
export type MixPlan = {
	/** The chosen groups, by the order of the problem, with what each gets. */
	chosen: { group: MixGroup; parts: MixPart[]; areaM2: number; rent: number }[];
	areaM2: number;
	ofM2: number;
	rent: number;
	value: number;
};

/** Reads the values of the variables back into what people can check. */
export function planOf({ rooms, groups }: Problem, values: Readonly<Record<string, number>>): MixPlan {
	const pairs = pairsOf(rooms, groups).filter((p) => (values[`a${p.g}_${p.r}`] ?? 0) > 0.5);
	const chosen = groups.flatMap((group, g) => {
		const parts = pairs
			.filter((p) => p.g === g)
			.map(({ room, score, r }) => {
				const areaM2 = Math.round(values[`a${g}_${r}`] ?? 0);
				return { room, areaM2, score, rent: rentOf(room, areaM2) };
			});
		if (!parts.length) return [];
		return [{ group, parts, areaM2: total(parts.map((p) => p.areaM2)), rent: total(parts.map((p) => p.rent)) }];
	});
	const all = chosen.flatMap(({ parts }) => parts);
	return {
		chosen,
		areaM2: total(all.map((p) => p.areaM2)),
		ofM2: total(rooms.map((room) => room.areaM2)),
		rent: total(all.map((p) => p.rent)),
		value: total(all.map((p) => (p.areaM2 * p.score) / 100))
	};
}
const total = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);
