import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Share } from '../freshness.ts';

export type TownShare = Share & { ags: string; town: string; slug: string };
export type NetworkShare = Share & { name: string; slug: string };

const counts = sql`count(*) filter (where e.step in ('current', 'asked'))::int as current, count(*)::int as all`;

/** How many of the houses that a municipality offers are current; public, like the houses. Null where none is offered. */
export async function countCurrent(ctx: Pick<Ctx, 'db'>, ags: string): Promise<Share | null> {
	const { rows } = await ctx.db.execute<Share>(
		sql`select ${counts} from freshness_entries e where e.ags = ${ags} and e.step <> 'archived'`
	);
	const [share] = rows;
	return share?.all ? share : null;
}

/** The same for these municipalities, or for all that offer something; those with the most to do first. One grouped question. */
export async function countCurrentByTown(ctx: Pick<Ctx, 'db'>, ags: 'all' | string[], limit = 100): Promise<TownShare[]> {
	const where = ags === 'all' ? sql`e.ags is not null` : sql`e.ags = any(${sql.param(ags)}::text[])`;
	const { rows } = await ctx.db.execute<TownShare>(sql`
		select g.*, m.name_short as town, m.slug from (select e.ags, ${counts} from freshness_entries e where ${where} and e.step <> 'archived' group by e.ags) g
		join municipalities m on m.ags = g.ags order by g.all - g.current desc, g.all desc, m.name_short limit ${limit}`);
	return rows;
}

/** The same over the municipalities of each network. One grouped question. */
export async function countCurrentByNetwork(ctx: Pick<Ctx, 'db'>): Promise<NetworkShare[]> {
	const { rows } = await ctx.db.execute<NetworkShare>(sql`
		select n.name, n.slug, ${counts} from networks n
		join memberships b on b.network_id = n.id and b.state in ('member', 'participant')
		join organisations o on o.id = b.organisation_id and o.ags is not null
		join freshness_entries e on e.ags = o.ags and e.step <> 'archived'
		group by n.id order by n.name`);
	return rows;
}
