import { and, eq, or, sql } from 'drizzle-orm';
import type { HistoryFilter } from '#modules/organisations/history-filter.ts';
import { historyConditions, historyPage, readHistory, type HistoryEntry } from '#modules/organisations/server/list-history.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { events } from '#modules/people/server/tables.ts';
import { networkKinds } from '../history.ts';
import { mayRunNetwork } from '../policy.ts';
import { networkFor } from './internal/network-for.ts';
import { memberships } from './tables.ts';

type Wish = { slug: string; page?: number; limit?: number; filter: HistoryFilter };

/** What happened in a network and in the memberships of it, the newest first; for its office. Memberships are named by their organisation. */
export async function listNetworkHistory(ctx: Ctx, { slug, page = 1, limit = historyPage, filter }: Wish): Promise<HistoryEntry[]> {
	const { network } = await networkFor(ctx, slug, mayRunNetwork);
	const mine = or(
		eq(events.subjectId, network.id),
		sql`${events.subjectId} in (select ${memberships.id}::text from ${memberships} where ${memberships.networkId} = ${network.id})`
	);
	const entries = await readHistory(ctx, and(mine, historyConditions(filter, networkKinds)), { page, limit });
	return nameMemberships(ctx, entries, network.id);
}

async function nameMemberships(ctx: Ctx, entries: HistoryEntry[], networkId: string): Promise<HistoryEntry[]> {
	const ids = entries.filter(({ kind }) => kind.startsWith('membership.')).map(({ id }) => id);
	if (!ids.length) return entries;
	const { rows } = await ctx.db.execute<{ id: string; name: string }>(sql`
		select e.id, o.name from events e join memberships m on m.id::text = e.subject_id join organisations o on o.id = m.organisation_id
		where m.network_id = ${networkId} and e.id = any(${sql.param(ids)}::uuid[])`);
	const names = new Map(rows.map(({ id, name }) => [id, name]));
	return entries.map((entry) => ({ ...entry, about: names.get(entry.id) ?? entry.about }));
}
