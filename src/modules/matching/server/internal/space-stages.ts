import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { distanceKm, regionShare } from '../../criteria/region.ts';
import type { Wish } from '../../pair.ts';
import { unknownOffer } from '../../unknown-offer.ts';
import { criteria, criterionIds, type CriterionId, type Weights } from '../../weights.ts';
import { spaceCards } from '../tables.ts';
import type { Stage } from './best-first.ts';
import type { Bound } from './bound.ts';
import type { RequestCard } from './cards.ts';

const s = spaceCards;
const raw = (value: number) => sql.raw(String(value));
const ints = (list: readonly number[]): SQL => sql.raw(`'{${list.join(',')}}'::int[]`);
const all = (parts: readonly SQL[]): SQL => (parts.length ? sql.join([...parts], sql` and `) : sql`true`);

/** Every cell of a tenth of a degree that the circle touches. */
function cellsWithin({ lat, lon }: { lat: number; lon: number }, km: number): number[] {
	const north = (km * 1.01) / 111.19;
	const east = north / Math.cos((Math.min(85, Math.abs(lat) + north) * Math.PI) / 180);
	const cells: number[] = [];
	for (let y = Math.floor((lat - north) * 10); y <= Math.floor((lat + north) * 10); y++)
		for (let x = Math.floor((lon - east) * 10); x <= Math.floor((lon + east) * 10); x++) {
			const nearest = { lat: Math.min(Math.max(lat, y / 10), (y + 1) / 10), lon: Math.min(Math.max(lon, x / 10), (x + 1) / 10) };
			if (distanceKm({ lat, lon }, nearest) <= km * 1.02 + 0.1) cells.push(y * 10000 + x);
		}
	return cells;
}

/** What fits at a first look: use, contract and size. */
function quick({ uses, modes, least, most }: RequestCard): SQL[] {
	return [
		...(uses ? [sql`(${s.uses} & ${raw(uses | 1)}) <> 0`] : []),
		...(modes ? [sql`(${s.modes} & ${raw(modes | 1)}) <> 0`] : []),
		...(least === null ? [] : [sql`(${s.most} >= ${least}::float8 or ${s.most} is null)`]),
		...(most === null ? [] : [sql`(${s.least} <= ${most}::float8 or ${s.least} is null)`])
	];
}

type Known = { wish: Wish; card: RequestCard; weights: Weights['weights']; counted: number; already: number; losing: Bound['losing'] };

const mostWith = ({ counted, already }: Known, lost: number) =>
	counted ? Math.round((100 * (counted - already - lost + 0.2)) / counted) : 50;
const weightOf = ({ wish, weights }: Known, id: CriterionId) => (criteria[id].judge(unknownOffer, wish) ? weights[id] : 0);

/** What is lost at least, and by which criteria. */
type Loss = { lost?: number; by?: readonly CriterionId[] };

/** How many points a card may lose and still reach a score. */
const slack = ({ counted }: Known, needed: number) => counted * (1 - (needed - 0.5) / 100) + 0.7;

/** A stage that loses `lost` points at least, without what loses the rest by one criterion alone. */
function stage(known: Known, where: SQL | ((needed: number) => SQL), { lost = 0, by = [] }: Loss = {}): Stage {
	return {
		most: mostWith(known, lost),
		where: (needed) =>
			sql`${typeof where === 'function' ? where(needed) : where} and ${sql.raw(known.losing(slack(known, needed) - lost, { but: by }))}`
	};
}

const glance = (known: Known, where: SQL): Stage => ({
	most: mostWith(known, 0),
	where: () => all([where, ...quick(known.card)]),
	glance: true
});

const listOf = (mask: number): number[] => Array.from({ length: 31 }, (_, i) => i).filter((i) => mask & (1 << i));

/** Places that no index of theirs tells: by use and contract, what is wanted first. */
function byUse(known: Known, where: SQL, { lost = 0, by = [] }: Loss = {}): Stage[] {
	const { uses, modes, usesSought } = known.card;
	const wantedModes = modes ? sql`match_list(${s.modes}) && ${ints(listOf(modes | 1))}` : sql`true`;
	if (!uses) return [glance(known, sql`${where} and ${wantedModes}`), stage(known, where, { lost, by })];
	const wanted = sql`match_list(${s.uses}) && ${ints(listOf(uses | 1))}`;
	const every = sql`(match_list(${s.uses}) @> ${ints(listOf(uses))} or match_list(${s.uses}) @> '{0}')`;
	const weight = weightOf(known, 'use');
	const notEvery = lost + (weight * 0.3) / usesSought;
	return [
		glance(known, sql`${where} and ${every} and ${wantedModes}`),
		glance(known, sql`${where} and ${wanted} and ${wantedModes}`),
		...(usesSought > 1 ? [stage(known, sql`${where} and ${every}`, { lost, by })] : []),
		stage(known, sql`${where} and ${wanted}`, usesSought > 1 ? { lost: notEvery, by: [...by, 'use'] } : { lost, by }),
		stage(known, sql`${where} and (${s.uses} & ${raw(uses | 1)}) = 0`, { lost: lost + weight * 0.35, by: [...by, 'use'] })
	];
}

/** How far away a place may be and still lose less than this on the way. */
function radiusFor(known: Known, radius: number, needed: number): number {
	const weight = weightOf(known, 'region');
	for (let far = 2; far > 1; far -= 0.05)
		if (mostWith(known, weight * (1 - regionShare(far * radius, radius))) >= needed) return (far + 0.05) * radius;
	return radius;
}

function circleStages(known: Known, circle: { lat: number; lon: number; radius: number }): Stage[] {
	const { towns, regionIsHard } = known.card;
	const weight = weightOf(known, 'region');
	const inner = cellsWithin(circle, circle.radius);
	const here = towns.length
		? sql`(${s.cell} = any(${ints(inner)}) or ${s.ags} = any(${sql.param(towns)}::text[]))`
		: sql`${s.cell} = any(${ints(inner)})`;
	const around = (needed: number) => {
		const known2 = new Set(inner);
		return sql`${s.cell} = any(${ints(cellsWithin(circle, radiusFor(known, circle.radius, needed)).filter((cell) => !known2.has(cell)))})`;
	};
	const hidden = stage(known, sql`${s.cell} is null`, { lost: weight * 0.5, by: ['region'] });
	if (regionIsHard) return [glance(known, here), stage(known, here), hidden];
	const near = ints(cellsWithin(circle, 2 * circle.radius));
	return [
		glance(known, here),
		stage(known, here),
		stage(known, around, { lost: weight * 0.4, by: ['region'] }),
		hidden,
		...byUse(known, sql`${s.cell} <> all(${near})`, { lost: weight, by: ['region'] })
	];
}

function stagesOf(known: Known): Stage[] {
	const { lat, lon, radius, towns, regionIsHard } = known.card;
	if (lat !== null && lon !== null && radius !== null) return circleStages(known, { lat, lon, radius });
	if (!towns.length) return byUse(known, sql`true`);
	const listed = sql`${s.ags} = any(${sql.param(towns)}::text[])`;
	if (regionIsHard) return [stage(known, listed)];
	return [stage(known, listed), ...byUse(known, sql`not ${listed}`, { lost: weightOf(known, 'region') * 0.8, by: ['region'] })];
}

/** Every stage of the spaces that could fit a wish, the most promising first. Together they hold all that is not excluded. */
export async function spaceStages(
	ctx: Pick<Ctx, 'db'>,
	{ wish, card, losing }: Pick<Known, 'wish' | 'card' | 'losing'>,
	{ weights }: Weights
): Promise<Stage[]> {
	const counted = criterionIds.reduce((sum, id) => sum + (criteria[id].judge(unknownOffer, wish) ? weights[id] : 0), 0);
	let already = 0;
	if (card.goods && weights.commonGood) {
		// nobody has named such a goal yet: half of this criterion is the most that anybody can get
		const { rows } = await ctx.db.execute(
			sql`select 1 from municipality_profiles where match_goods(goals) & ${raw(card.goods | 1)} <> 0 limit 1`
		);
		if (!rows.length) already = weights.commonGood * 0.5;
	}
	return stagesOf({ wish, card, weights, counted, already, losing });
}
