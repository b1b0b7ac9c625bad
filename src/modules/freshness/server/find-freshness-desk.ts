import { sql, type SQL } from 'drizzle-orm';
import { forbidden } from '#lib/refusal.ts';
import { isOffice, type Ctx } from '#modules/people/actor.ts';
import { askedRoles, type AskedAs, type FreshAnswer, type RuleVersion, type Step } from '../freshness.ts';
import { deskScope, maySeeDesk } from '../policy.ts';
import { countCurrentByNetwork, countCurrentByTown, type NetworkShare, type TownShare } from './count-current.ts';
import { findRules } from './find-rules.ts';

export type DeskEntry = {
	id: string;
	title: string;
	reference: string;
	town: string;
	step: Step;
	lastConfirmedAt: Date | null;
	/** When somebody is asked, or when the next step follows. */
	nextAt: Date | null;
	askedName: string | null;
	/** What whoever reported the house said since it was confirmed last. */
	hint: { answer: FreshAnswer; at: Date } | null;
};
export type Said = {
	askId: string;
	entryId: string;
	title: string;
	town: string;
	answer: FreshAnswer;
	words: string | null;
	answeredAt: Date;
	by: string | null;
};
export type Desk = {
	/** Whether whoever asks looks after houses, or after figures only. */
	hasHouses: boolean;
	entries: DeskEntry[];
	total: number;
	gone: Said[];
	changed: Said[];
	towns: TownShare[];
	networks: NetworkShare[];
	version: RuleVersion;
};

type RawEntry = Raw<Omit<DeskEntry, 'hint'>, 'lastConfirmedAt' | 'nextAt'> & {
	hint: FreshAnswer | null;
	hintAt: string | null;
	total: number;
};
type Raw<T, Moments extends keyof T> = Omit<T, Moments> & Record<Moments, string | null>;
const moment = (text: string | null) => (text ? new Date(text) : null);

/** In place of a name, for those whose name stands elsewhere. */
const roles = Object.entries(askedRoles) as [AskedAs, string][];
const roleName = sql`case k.asked_as ${sql.join(
	roles.filter(([role]) => role !== 'contact').map(([role, name]) => sql`when ${role} then ${name}`),
	sql` `
)} end`;

/** Within so many days an entry counts as soon old. */
export const soonDays = 30;

async function listEntries(ctx: Ctx, inScope: SQL, { page, size }: { page: number; size: number }) {
	const soon = new Date(ctx.now.getTime() + soonDays * 86_400_000).toISOString();
	const due = sql`e.kind = 'property' and ${inScope} and (e.step <> 'current' or e.next_at <= ${soon}::timestamptz)`;
	const { rows } = await ctx.db.execute<RawEntry>(sql`
		select p.id, p.title, p.reference, m.name_short as town, e.step, p.last_confirmed_at as "lastConfirmedAt", e.next_at as "nextAt", n.name as "askedName", h.answer as hint, h.answered_at as "hintAt",
			count(*) over ()::int as total
		from freshness_entries e join properties p on p.id = e.entry_id join municipalities m on m.ags = p.ags
		left join lateral (
			select coalesce(nullif(w.name, ''), k.email, ${roleName}) as name from freshness_asks k left join people w on w.id = k.person_id
			where e.asks > 0 and k.kind = e.kind and k.entry_id = e.entry_id and k.asked_as <> 'reporter' order by k.asked_at desc, k.id desc limit 1
		) n on true
		left join lateral (
			select k.answer, k.answered_at from freshness_asks k
			where k.kind = e.kind and k.entry_id = e.entry_id and k.asked_as = 'reporter' and k.answered_at > e.since order by k.answered_at desc limit 1
		) h on true
		where ${due}
		order by array_position(array['archived', 'hidden', 'marked', 'asked', 'current'], e.step), e.next_at nulls first, p.id
		limit ${size} offset ${(page - 1) * size}`);
	return {
		entries: rows.map(({ total: _, hint, hintAt, ...row }) => ({
			...{ ...row, lastConfirmedAt: moment(row.lastConfirmedAt), nextAt: moment(row.nextAt) },
			hint: hint && hintAt ? { answer: hint, at: new Date(hintAt) } : null
		})),
		total: rows[0]?.total ?? 0
	};
}

async function listSaid(ctx: Ctx, inScope: SQL, which: SQL): Promise<Said[]> {
	const { rows } = await ctx.db.execute<Raw<Said, 'answeredAt'>>(sql`
		select k.id as "askId", p.id as "entryId", p.title, m.name_short as town, k.answer, k.words, k.answered_at as "answeredAt",
			coalesce(case when k.asked_as <> 'contact' then ${roleName} end, nullif(w.name, ''), k.email) as by
		from freshness_asks k join properties p on p.id = k.entry_id join municipalities m on m.ags = p.ags
		left join people w on w.id = coalesce(k.answered_by, k.person_id)
		where k.kind = 'property' and ${which} and ${inScope} order by k.answered_at desc, k.id limit 30`);
	return rows.map((row) => ({ ...row, answeredAt: new Date(row.answeredAt ?? 0) }));
}

/** What grows old, what was said, and how much is current, for those who look after it. Throws 403. */
export async function findFreshnessDesk(ctx: Ctx, { page = 1, size = 50 } = {}): Promise<Desk> {
	if (!maySeeDesk(ctx.actor)) throw forbidden();
	const scope = deskScope(ctx.actor);
	const within = (column: SQL) => (scope === 'all' ? sql`true` : sql`${column} = any(${sql.param(scope)}::text[])`);
	const isOfficeDesk = isOffice(ctx.actor);
	const lately = sql`k.answer = 'changed' and k.answered_at > ${new Date(ctx.now.getTime() - 60 * 86_400_000).toISOString()}::timestamptz`;
	return {
		hasHouses: scope === 'all' || scope.length > 0,
		...(await listEntries(ctx, within(sql`e.ags`), { page, size })),
		gone: await listSaid(ctx, within(sql`p.ags`), sql`k.answer = 'gone' and k.decided_at is null`),
		changed: await listSaid(ctx, within(sql`p.ags`), lately),
		towns: await countCurrentByTown(ctx, isOfficeDesk ? 'all' : scope),
		networks: isOfficeDesk ? await countCurrentByNetwork(ctx) : [],
		version: await findRules(ctx)
	};
}
