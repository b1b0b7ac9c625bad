import { sql, type SQL } from 'drizzle-orm';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Visibility } from '#modules/requests/vocabulary.ts';
import type { Weights } from '../../weights.ts';
import { requestCards } from '../tables.ts';
import type { CriterionId } from '../../weights.ts';
import type { Stage } from './best-first.ts';
import type { Bound } from './bound.ts';
import type { SpaceCard } from './cards.ts';
import { reachOf } from './top-shares.ts';

const r = requestCards;
const raw = (value: number) => sql.raw(String(value));

/** Published requests for spaces that people of these visibilities may see. */
export const matchable = (visibilities: readonly Visibility[]): SQL =>
	sql`${spaceRequests.requestState} = 'published' and ${spaceRequests.stale} is distinct from 'hidden' and ${spaceRequests.requestKind} in ('find_space', 'find_co_users') and ${spaceRequests.visibility} = any(${sql.param([...visibilities])}::text[])`;

/** The circle, twice as large as drawn, reaches the place; or the request names the town. */
function local({ ags, lat, lon }: SpaceCard): SQL {
	const named = sql`${r.towns} @> array[${ags}]::text[]`;
	if (lat === null || lon === null) return sql`(${named} or ${r.reach} is not null)`;
	const point = sql`point(${lon}::float8, ${lat}::float8)`;
	return sql`(${named} or ${r.reach} @> box(${point}, ${point}))`;
}

const anywhere = sql`(${r.reach} is null and ${r.towns} = '{}')`;

/** What fits at a first look: use, contract and size. */
const quick = ({ uses, modes, least, most }: SpaceCard): SQL =>
	sql`(${r.usesSought} = 0 or (${r.uses} & ${raw(uses | 1)}) <> 0) and (${r.modes} = 0 or (${r.modes} & ${raw(modes | 1)}) <> 0)
		and coalesce(${r.least} <= ${most}::float8, true) and coalesce(${r.most} >= ${least}::float8, true)`;

/** The sets of counted criteria that requests have, from one to the next along the index. */
async function countedSets({ db }: Pick<Ctx, 'db'>): Promise<number[]> {
	const { rows } = await db.execute<{ counted: number }>(sql`
		with recursive sets as (
			(select ${r.counted} from ${r} order by ${r.counted} limit 1)
			union all
			select (select ${r.counted} from ${r} where ${r.counted} > sets.counted order by ${r.counted} limit 1) from sets where sets.counted is not null
		)
		select counted from sets where counted is not null`);
	return rows.map(({ counted }) => counted);
}

/** Every stage of the requests that a space could concern, the most promising first; together they hold all that is not excluded. */
export async function requestStages(
	ctx: Pick<Ctx, 'db'>,
	card: SpaceCard,
	{ weights, losing }: { weights: Weights; losing: Bound['losing'] }
): Promise<Stage[]> {
	const { top, reach } = reachOf(card, weights, await countedSets(ctx));
	const stage = (where: SQL, lost: number | null, but: readonly CriterionId[] = []): Stage => {
		const { most, within } = reach(lost);
		return {
			most,
			where: (needed) => {
				const { sets, slack } = within(needed);
				return sql`${where} and ${r.counted} = any(${sql.raw(`'{${sets.join(',')}}'::int[]`)}) and ${sql.raw(losing(slack, { but, top }))}`;
			}
		};
	};
	const here = local(card);
	return [
		{ most: 100, where: () => sql`${here} and ${quick(card)}`, glance: true },
		stage(here, 0),
		stage(anywhere, null),
		stage(sql`(${here}) is not true and not ${anywhere} and not ${r.regionIsHard}`, 0.8, ['region'])
	];
}
