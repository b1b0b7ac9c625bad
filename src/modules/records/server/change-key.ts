import { desc, max, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { holdSecretAlone, replaceSecret } from '#modules/people/server/replace-secret.ts';
import { firstPrev } from '../entry.ts';
import { changeFormat, hashOfChange, type KeyChange, type KeyChangeBody } from '../key-change.ts';
import { newPair, pairOf } from './internal/signing-key.ts';
import { loadLastHead } from './list-heads.ts';
import { recordEntries, recordHeads, recordKeyChanges } from './tables.ts';

/** After everything that the old key signed, so that the moment alone tells which key it was. */
async function momentAfterAll({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<Date> {
	const [entry] = await db.select({ at: max(recordEntries.at) }).from(recordEntries);
	const [head] = await db.select({ at: max(recordHeads.at) }).from(recordHeads);
	const last = Math.max(entry?.at?.getTime() ?? 0, head?.at?.getTime() ?? 0);
	return new Date(Math.max(now.getTime(), last + 1));
}

/**
 * The installation signs with a new key from now on; the old seed is forgotten. Old and new both sign the change, and both hold the last head of the old
 * one. Waits for acts that are being signed. For the command line. Returns the change. Throws 422.
 */
export async function changeKey(ctx: Pick<Ctx, 'db' | 'now'>, { reason }: { reason: string }): Promise<KeyChange> {
	const why = reason.trim();
	if (!why) throw refused('no-reason', 'Bitte mit --reason sagen, warum. Der Grund steht bei den Tagesköpfen, für alle lesbar.', 'reason');
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await db.execute(sql`select pg_advisory_xact_lock(hashtext('record-heads'))`);
		const [old, next] = [pairOf(await holdSecretAlone(inside, 'records')), newPair()];
		const [before] = await db.select({ seq: recordKeyChanges.seq }).from(recordKeyChanges).orderBy(desc(recordKeyChanges.seq)).limit(1);
		const at = await momentAfterAll(inside);
		const head = (await loadLastHead(inside))?.hash ?? firstPrev;
		const body: KeyChangeBody = {
			...{ format: changeFormat, version: 1, seq: (before?.seq ?? 0) + 1, from: old.key, to: next.key },
			...{ head, at: at.toISOString(), reason: why }
		};
		const hash = await hashOfChange(body);
		const signed = { hash, signature: old.sign(hash), accepted: next.sign(hash) };
		const { format: _format, version: _version, ...columns } = body;
		await db.insert(recordKeyChanges).values({ ...columns, at, ...signed });
		await replaceSecret(inside, { name: 'records', value: next.seed });
		return { ...body, ...signed };
	});
}
