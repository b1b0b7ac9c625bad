import { and, desc, eq, ilike, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { events, people } from '#modules/people/server/tables.ts';
import { kindsOf, noHistoryFilter, type HistoryArea, type HistoryFilter } from '../history-filter.ts';
import { mayLookInside } from '../policy.ts';
import { organisations } from './tables.ts';

export type HistoryEntry = {
	id: string;
	kind: string;
	at: Date;
	/** The true person, even where they acted for somebody else. */
	by: string | null;
	/** An office acted in the organisation's place. */
	onBehalf: boolean;
	about: string | null;
	before: Record<string, unknown>;
	after: Record<string, unknown>;
	reason: string | null;
};

const subject = alias(people, 'subject');
export const historyPage = 50;
/** A file holds at most this many entries. */
export const mostInFile = 10_000;

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** The conditions of a filter on `events` joined with the person who acted. `kinds`: beginnings of the kinds of each area. */
export const historyConditions = ({ area, by, from, to, onBehalf }: HistoryFilter, kinds: Record<string, string[]>): SQL | undefined =>
	and(
		area ? or(...(kinds[area] ?? []).map((beginning) => ilike(events.kind, `${escaped(beginning)}%`))) : undefined,
		by ? ilike(people.name, `%${escaped(by)}%`) : undefined,
		from ? sql`${events.at} >= (${from}::date)::timestamp at time zone 'Europe/Berlin'` : undefined,
		to ? sql`${events.at} < (${to}::date + 1)::timestamp at time zone 'Europe/Berlin'` : undefined,
		onBehalf ? sql`${events.data}->>'onBehalf' = 'true'` : undefined
	);

/** Entries of the events that `where` says, newest first; the policy has been asked before. */
export async function readHistory(
	ctx: Pick<Ctx, 'db'>,
	where: SQL | undefined,
	{ page, limit }: { page: number; limit: number }
): Promise<HistoryEntry[]> {
	const rows = await ctx.db
		.select({
			id: events.id,
			kind: events.kind,
			at: events.at,
			by: people.name,
			about: subject.name,
			reason: events.reason,
			data: events.data
		})
		.from(events)
		.leftJoin(people, eq(people.id, events.actorId))
		.leftJoin(subject, sql`${subject.id}::text = ${events.data}->>'personId'`)
		.where(where)
		.orderBy(desc(events.at), desc(events.id))
		.limit(limit)
		.offset((Math.max(1, page) - 1) * limit);
	return rows.map(({ data, ...row }) => ({
		...row,
		onBehalf: data.onBehalf === true,
		before: (data.before ?? {}) as Record<string, unknown>,
		after: (data.after ?? {}) as Record<string, unknown>
	}));
}

type Wish = { organisationId: string; page?: number; limit?: number; filter?: HistoryFilter };

/** What changed in an organisation, who did it, for whom, what stood there before, and why; the newest first. For its own people and the office. */
export async function listHistory(
	ctx: Ctx,
	{ organisationId, page = 1, limit = historyPage, filter = noHistoryFilter }: Wish
): Promise<HistoryEntry[]> {
	if (!mayLookInside(ctx.actor, organisationId)) throw notFound();
	const [own] = await ctx.db.select({ ags: organisations.ags }).from(organisations).where(eq(organisations.id, organisationId));
	const mine = or(
		eq(events.subjectId, organisationId),
		own?.ags ? and(eq(events.subjectId, own.ags), ilike(events.kind, 'municipality.%')) : undefined
	);
	const kinds: Record<HistoryArea, string[]> = kindsOf;
	return readHistory(ctx, and(mine, historyConditions(filter, kinds)), { page, limit });
}
