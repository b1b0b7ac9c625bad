import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { dayAfter, dayOf } from '#lib/calendar.ts';
import type { Db } from '#lib/server/db.ts';
import { insertMany } from '#lib/server/insert-many.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { commitmentTo, firstPrev } from '../entry.ts';
import { boxValue, hashOfHead, headFormat, headVersion, treeOf, type HeadBody } from '../head.ts';
import { loadSigner, momentFor } from './internal/signing-key.ts';
import { loadLastHead } from './list-heads.ts';
import { recordHeads, recordLeaves } from './tables.ts';

/** A record to which nothing was added for so long stands in no further heads: the last one that holds it is chained into all that follow. */
const quietDays = 400;

type Standing = { record: string; length: number; head: string; boxLength: number; boxHead: string };

/** Where every record stands. Which ones are taken depends on nothing but what everybody may read: a box that fills must not show in it. */
async function standings(ctx: Ctx): Promise<Standing[]> {
	const since = new Date(ctx.now.getTime() - quietDays * 86_400_000).toISOString();
	const { rows } = await ctx.db.execute<Standing>(sql`
		select m.record_id as record, m.length, m.head, coalesce(b.length, 0) as "boxLength", coalesce(b.head, ${firstPrev}) as "boxHead"
		from record_chains m
		join record_entries e on e.hash = m.head
		left join record_chains b on b.record_id = m.record_id and b.chain = 'box'
		where m.chain = 'main' and m.length > 0 and e.at > ${since}::timestamptz
		order by m.record_id`);
	return rows;
}

async function leafOf({ record, length, head, boxLength, boxHead }: Standing) {
	const salt = randomBytes(16).toString('hex');
	const box = await commitmentTo(boxValue({ length: boxLength, head: boxHead }), salt);
	return { leaf: { record, main: { length, head }, box }, boxLength, boxHead, salt };
}

async function closeDay(ctx: Ctx, { day, prev }: { day: string; prev: string }): Promise<string> {
	const leaves = await Promise.all((await standings(ctx)).map(leafOf));
	const { root, paths } = await treeOf(leaves.map(({ leaf }) => leaf));
	const signer = await loadSigner(ctx);
	const at = momentFor(ctx.now, signer);
	const body: HeadBody = {
		...{ format: headFormat, version: headVersion, day, prev, root, records: leaves.length, at: at.toISOString() }
	};
	const hash = await hashOfHead(body);
	const signature = signer.sign(hash);
	await ctx.db.insert(recordHeads).values({ day, prev, root, records: leaves.length, at, hash, signature });
	const rows = leaves.map(({ leaf, boxLength, boxHead, salt }, n) => ({
		...{ day, recordId: leaf.record, mainLength: leaf.main.length, mainHead: leaf.main.head, box: leaf.box },
		...{ boxLength, boxHead, boxSalt: salt, path: paths[n] ?? [] }
	}));
	await insertMany(ctx.db, recordLeaves, rows);
	return hash;
}

/**
 * Makes the head of every day that is over and has none, one after the other, whether something happened or not; the first installation begins with
 * yesterday. Safe to run at any time and twice at once. Returns how many it made.
 */
export function closeDays(ctx: Ctx): Promise<number> {
	return ctx.db.transaction(async (db: Db) => {
		const inside = { ...ctx, db };
		await db.execute(sql`select pg_advisory_xact_lock(hashtext('record-heads'))`);
		const yesterday = dayAfter(dayOf(ctx.now), -1);
		const last = await loadLastHead(inside);
		let [day, prev, made] = [last ? dayAfter(last.day, 1) : yesterday, last?.hash ?? firstPrev, 0];
		for (; day <= yesterday; day = dayAfter(day, 1), made++) prev = await closeDay(inside, { day, prev });
		return made;
	});
}
