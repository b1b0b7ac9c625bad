import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import {
	commitmentTo,
	firstPrev,
	formatName,
	formatVersion,
	hashOfBody,
	type Chain,
	type Entry,
	type EntryBody,
	type Facts
} from '../entry.ts';
import { loadSigner, momentFor } from './internal/signing-key.ts';
import { recordChains, recordEntries, recordSecrets } from './tables.ts';

export type EntryInput = {
	recordId: string;
	chain?: Chain;
	/** "thing.happened", as in `kinds/`. */
	kind: string;
	/** What everybody may read; no names of people, no addresses. */
	facts?: Facts;
	/** What stays confidential, by name; the record holds commitments to it. */
	sealed?: Readonly<Record<string, unknown>>;
	/** Where whoever receives a receipt knows the salt as well. */
	salt?: string;
	/** Commitments that the caller made, to what nobody here may keep. */
	commitments?: Readonly<Record<string, string>>;
};

/** The chain, held until the transaction ends; begun where there is none. */
async function heldChain({ db }: Pick<Ctx, 'db'>, { recordId, chain }: { recordId: string; chain: Chain }) {
	const held = () =>
		db
			.select()
			.from(recordChains)
			.where(and(eq(recordChains.recordId, recordId), eq(recordChains.chain, chain)))
			.for('update');
	const [known] = await held();
	if (known) return known;
	await db.insert(recordChains).values({ recordId, chain, head: firstPrev }).onConflictDoNothing();
	return (await held())[0];
}

/** Puts an act into the record of its procedure, in the transaction of the act. Chains are appended one entry at a time. Returns the entry. */
export async function appendEntry(ctx: Ctx, input: EntryInput): Promise<Entry> {
	const { recordId, chain = 'main', kind, facts = {}, sealed = {}, salt } = input;
	const which = and(eq(recordChains.recordId, recordId), eq(recordChains.chain, chain));
	const last = await heldChain(ctx, { recordId, chain });
	const [before] = last?.length
		? await ctx.db.select({ at: recordEntries.at }).from(recordEntries).where(eq(recordEntries.hash, last.head))
		: [];
	const signer = await loadSigner(ctx);
	const now = momentFor(ctx.now, signer);
	const at = before && before.at > now ? before.at : now;
	const secrets = Object.entries(sealed).map(([name, value]) => ({ name, value, salt: salt ?? randomBytes(16).toString('hex') }));
	const made = await Promise.all(secrets.map(async ({ name, value, salt }) => [name, await commitmentTo(value, salt)] as const));
	const commitments = { ...input.commitments, ...Object.fromEntries(made) };
	const seq = (last?.length ?? 0) + 1;
	const body: EntryBody = {
		...{ format: formatName, version: formatVersion, record: recordId, chain, seq, prev: last?.head ?? firstPrev },
		...{ at: at.toISOString(), kind, facts, commitments }
	};
	const hash = await hashOfBody(body);
	const signature = signer.sign(hash);
	await ctx.db.insert(recordEntries).values({ recordId, chain, seq, prev: body.prev, at, kind, facts, commitments, hash, signature });
	if (secrets.length)
		await ctx.db.insert(recordSecrets).values(secrets.map((secret) => ({ id: newId(), recordId, chain, seq, at: ctx.now, ...secret })));
	await ctx.db.update(recordChains).set({ length: seq, head: hash }).where(which);
	return { ...body, hash, signature };
}
