import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { fadeProperties } from '#modules/properties/server/fade-properties.ts';
import { fadeRequests } from '#modules/requests/server/fade-requests.ts';
import { addDays, dueOf, entryKinds, lookAgainAfter, nextLook, type Entry, type EntryKind, type Rules } from '../freshness.ts';
import { findRules } from './find-rules.ts';
import { askPeople, type Question } from './internal/ask-people.ts';
import { remindPeople } from './internal/remind-people.ts';
import { lostTouch, whoIsAway, whomToAsk, witnessesOf, type Asked } from './internal/whom-to-ask.ts';

type Row = Entry & { entryId: string; nextAt: Date | null };
type Raw = Omit<Row, 'since' | 'askedAt' | 'nextAt'> & { since: string; askedAt: string | null };
type Told = { asked: number; reminded: number; marked: number; hidden: number; archived: number };

const batch = 1000;
const kinds = Object.keys(entryKinds) as EntryKind[];
/** Whoever comes back from an absence has so many days before anything happens. */
const graceDays = 7;

async function takeDue(ctx: Ctx): Promise<Row[]> {
	const { rows } = await ctx.db.execute<Raw>(sql`
		select kind, entry_id as "entryId", since, interval_days as "intervalDays", step, asked_at as "askedAt", asks, reached from freshness_entries
		where next_at <= ${ctx.now.toISOString()}::timestamptz order by next_at, kind, entry_id limit ${batch} for update skip locked`);
	return rows.map((row) => ({ ...row, since: new Date(row.since), askedAt: row.askedAt ? new Date(row.askedAt) : null, nextAt: null }));
}

async function write(ctx: Ctx, rows: readonly Row[]): Promise<void> {
	const json = JSON.stringify(
		rows.map(({ kind, entryId, step, askedAt, asks, reached, nextAt }) => ({ kind, entryId, step, askedAt, asks, reached, nextAt }))
	);
	await ctx.db.execute(sql`
		update freshness_entries e set step = r.step, asked_at = r."askedAt", asks = r.asks, reached = r.reached, next_at = r."nextAt"
		from jsonb_to_recordset(${json}::jsonb) r (kind text, "entryId" uuid, step text, "askedAt" timestamptz, asks smallint, reached smallint, "nextAt" timestamptz)
		where e.kind = r.kind and e.entry_id = r."entryId"`);
}

/** The first question, or another try where nobody was found. Who is away is asked when they are back. */
async function askFirst(ctx: Ctx, rows: Row[], rules: Rules): Promise<number> {
	const questions: Question[] = [];
	for (const kind of kinds) {
		const due = new Map(rows.filter((row) => row.kind === kind).map((row) => [row.entryId, row]));
		const found = await whomToAsk(ctx, { kind, ids: [...due.keys()] });
		const fresh: Asked[] = [];
		for (const whom of found) {
			const row = due.get(whom.entryId);
			if (!row) continue;
			if (whom.awayUntil) {
				row.nextAt = addDays(new Date(whom.awayUntil), 1);
				continue;
			}
			if (!row.askedAt) fresh.push(whom);
			const isReached = Boolean(whom.personId ?? whom.email);
			if (isReached) questions.push({ ...whom, kind, intervalDays: row.intervalDays, step: row.step });
			Object.assign(row, {
				askedAt: isReached ? ctx.now : (row.askedAt ?? ctx.now),
				asks: isReached ? 1 : row.asks + 1,
				reached: isReached ? 1 : 0,
				step: row.step === 'current' ? 'asked' : row.step
			} satisfies Partial<Row>);
			if (!isReached && row.asks > 2) row.nextAt = addDays(ctx.now, lookAgainAfter);
		}
		if (kind === 'property')
			for (const witness of await witnessesOf(ctx, fresh)) {
				const { intervalDays, step } = due.get(witness.entryId) ?? { intervalDays: 0, step: 'asked' };
				questions.push({ ...witness, kind, intervalDays, step });
			}
	}
	await askPeople(ctx, questions, rules);
	return questions.filter(({ askedAs }) => askedAs !== 'reporter').length;
}

/** Steps down; what is on its way for somebody who is away waits until they are back. */
async function letFall(ctx: Ctx, rows: Row[], rules: Rules): Promise<Row[]> {
	const fallen: Row[] = [];
	for (const kind of kinds)
		for (const to of ['marked', 'hidden', 'archived'] as const) {
			const here = rows.filter((row) => {
				const due = dueOf(row, rules, ctx.now);
				return row.kind === kind && due.kind === 'fall' && due.to === to && !fallen.includes(row);
			});
			if (!here.length) continue;
			const ids = here.map(({ entryId }) => entryId);
			if (kind === 'property') await fadeProperties(ctx, { ids, to, reason: 'Auf zwei Fragen, ob das noch stimmt, kam keine Antwort.' });
			else if (to !== 'archived') await fadeRequests(ctx, { ids, to });
			for (const row of here) row.step = to;
			fallen.push(...here);
			await recordEvent(ctx, 'entries.faded', { subjectId: ids[0] ?? '', data: { kind, to, ids } });
		}
	return fallen;
}

async function setAwayAside(ctx: Ctx, rows: Row[]): Promise<Row[]> {
	const here: Row[] = [];
	for (const kind of kinds) {
		const of = rows.filter((row) => row.kind === kind);
		const away = await whoIsAway(ctx, { kind, ids: of.filter(({ reached }) => reached > 0).map(({ entryId }) => entryId) });
		for (const row of of) {
			const until = away.get(row.entryId);
			if (until) row.nextAt = addDays(until, graceDays);
			else here.push(row);
		}
	}
	return here;
}

/** Whoever was asked has nothing to do with it any more: somebody else is asked, from the beginning. */
async function askOthers(ctx: Ctx, rows: Row[]): Promise<void> {
	const asked = rows.filter(({ kind, reached }) => kind === 'property' && reached > 0);
	const lost = await lostTouch(
		ctx,
		asked.map(({ entryId }) => entryId)
	);
	for (const row of asked) if (lost.has(row.entryId)) Object.assign(row, { asks: 0, reached: 0 } satisfies Partial<Row>);
}

async function tendBatch(ctx: Ctx, rules: Rules): Promise<{ looked: number; told: Told }> {
	const rows = await takeDue(ctx);
	const here = await setAwayAside(ctx, rows);
	await askOthers(ctx, here);
	const asking = here.filter((row) => dueOf(row, rules, ctx.now).kind === 'ask');
	const isFirst = ({ asks, reached }: Row) => !asks || !reached;
	const again = asking.filter((row) => !isFirst(row));
	const falling = here.filter((row) => dueOf(row, rules, ctx.now).kind === 'fall');
	const asked = await askFirst(ctx, asking.filter(isFirst), rules);
	await remindPeople(ctx, again);
	for (const row of again) row.asks += 1;
	const fallen = await letFall(ctx, falling, rules);
	for (const row of rows) row.nextAt ??= nextLook(row, rules, ctx.now);
	await write(ctx, rows);
	const to = (step: Row['step']) => fallen.filter((row) => row.step === step).length;
	return {
		looked: rows.length,
		told: { asked, reminded: again.length, marked: to('marked'), hidden: to('hidden'), archived: to('archived') }
	};
}

/**
 * The daily round over everything that is offered or sought: asks, asks again, marks, takes out of matching, takes off the page. A thousand entries at a time,
 * each batch with the same few statements and a transaction of its own, so that it can be killed at any moment, repeated, and run twice at once.
 */
export async function tendFreshness(ctx: Ctx): Promise<Told> {
	const { rules } = await findRules(ctx);
	const sum: Told = { asked: 0, reminded: 0, marked: 0, hidden: 0, archived: 0 };
	for (;;) {
		const { looked, told } = await ctx.db.transaction((db) => tendBatch({ ...ctx, db }, rules));
		for (const name of Object.keys(sum) as (keyof Told)[]) sum[name] += told[name];
		if (looked < batch) return sum;
	}
}
