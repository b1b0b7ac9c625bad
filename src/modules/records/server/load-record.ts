import { and, asc, count, desc, eq, lte } from 'drizzle-orm';
import { dayAfter, dayOf } from '#lib/calendar.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { formatName, formatVersion, type Chain, type Entry } from '../entry.ts';
import type { Head, HeadWithProof, Proof } from '../head.ts';
import { openedBox, openingKind } from '../record-file.ts';
import { listHeadsBetween } from './list-heads.ts';
import { recordEntries, recordLeaves } from './tables.ts';

type Of = { recordId: string; chain: Chain };
const among = ({ recordId, chain }: Of) => and(eq(recordEntries.recordId, recordId), eq(recordEntries.chain, chain));

function entryOf(row: typeof recordEntries.$inferSelect): Entry {
	const { recordId, chain, seq, prev, at, kind, facts, commitments, hash, signature } = row;
	const fixed = { format: formatName, version: formatVersion } as const;
	return { ...fixed, record: recordId, chain, seq, prev, at: at.toISOString(), kind, facts, commitments, hash, signature };
}

async function loadEntries(ctx: Pick<Ctx, 'db'>, { upTo, ...of }: Of & { upTo?: number }): Promise<Entry[]> {
	const where = upTo === undefined ? among(of) : and(among(of), lte(recordEntries.seq, upTo));
	const rows = await ctx.db.select().from(recordEntries).where(where).orderBy(asc(recordEntries.seq));
	return rows.map(entryOf);
}

/** The public half of a record: everything in `main`, and of the box what was open at the last opening. Null before the first. */
export async function loadEntriesInPublic(ctx: Pick<Ctx, 'db'>, recordId: string): Promise<{ main: Entry[]; box: Entry[] | null }> {
	const main = await loadEntries(ctx, { recordId, chain: 'main' });
	const opened = openedBox(main);
	return { main, box: opened && (await loadEntries(ctx, { recordId, chain: 'box', upTo: opened.length })) };
}

/** One page of `main` for readers, with how many entries there are. */
export async function listEntries(ctx: Pick<Ctx, 'db'>, { recordId, page, size }: { recordId: string; page: number; size: number }) {
	const of = { recordId, chain: 'main' } as const;
	const [row] = await ctx.db.select({ total: count() }).from(recordEntries).where(among(of));
	const rows = await ctx.db
		.select()
		.from(recordEntries)
		.where(among(of))
		.orderBy(asc(recordEntries.seq))
		.limit(size)
		.offset((page - 1) * size);
	return { total: row?.total ?? 0, entries: rows.map(entryOf) };
}

/** The first entries of the box as it was at the last opening, with how many there are; null before the first. */
export async function listOpenedBox(ctx: Pick<Ctx, 'db'>, { recordId, limit }: { recordId: string; limit: number }) {
	const of = { recordId, chain: 'main' } as const;
	const [opening] = await ctx.db
		.select({ kind: recordEntries.kind, facts: recordEntries.facts })
		.from(recordEntries)
		.where(and(among(of), eq(recordEntries.kind, openingKind)))
		.orderBy(desc(recordEntries.seq))
		.limit(1);
	const opened = opening && openedBox([opening]);
	if (!opened) return null;
	return { length: opened.length, entries: await loadEntries(ctx, { recordId, chain: 'box', upTo: Math.min(limit, opened.length) }) };
}

type LeafRow = typeof recordLeaves.$inferSelect;

/** What the box was like is shown for days before the last opening: later ones would tell whether something came in since. */
function proofOf(row: LeafRow, isShown: boolean): Proof {
	const { recordId, mainLength, mainHead, box, path, boxLength, boxHead, boxSalt } = row;
	const leaf = { record: recordId, main: { length: mainLength, head: mainHead }, box };
	return { leaf, path, box: isShown ? { length: boxLength, head: boxHead, salt: boxSalt } : null };
}

/** The days on which something that anybody may see had changed, and the last one. */
function isTelling(row: LeafRow, { before, isLast, isShown }: { before?: LeafRow; isLast: boolean; isShown: boolean }): boolean {
	return isLast || !before || before.mainLength !== row.mainLength || (isShown && before.boxLength !== row.boxLength);
}

/** From the last day before the first entry to the first that holds all of them; all until the opening, for whoever holds a receipt. */
export async function loadHeads(ctx: Pick<Ctx, 'db'>, recordId: string, main: readonly Entry[]): Promise<HeadWithProof[]> {
	const [first] = main;
	if (!first) return [];
	const all = await ctx.db.select().from(recordLeaves).where(eq(recordLeaves.recordId, recordId)).orderBy(asc(recordLeaves.day));
	const whole = all.findIndex(({ mainLength }) => mainLength >= main.length);
	const openedAt = main.findLast(({ kind }) => kind === openingKind)?.at ?? '';
	const rows = whole < 0 || !openedAt ? all : all.slice(0, whole + 1);
	const to = rows.at(-1)?.day ?? dayAfter(dayOf(new Date(first.at)), -1);
	const heads = await listHeadsBetween(ctx, { from: dayAfter(dayOf(new Date(first.at)), -1), to });
	const atOf = new Map(heads.map(({ day, at }: Head) => [day, at]));
	const proofs = rows.flatMap((row, n) => {
		const isShown = (atOf.get(row.day) ?? '~') < openedAt;
		return isTelling(row, { before: rows[n - 1], isLast: n === rows.length - 1, isShown })
			? [[row.day, proofOf(row, isShown)] as const]
			: [];
	});
	const byDay = new Map(proofs);
	return heads.map((head) => ({ ...head, ...(byDay.has(head.day) && { proof: byDay.get(head.day) }) }));
}
