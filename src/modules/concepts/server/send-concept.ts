import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import { addJob } from '#lib/server/jobs.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { whyNotStep } from '../concept.ts';
import { missingOf } from '../missing.ts';
import type { Receipt } from '#modules/records/receipt.ts';
import { sheetOf } from '../sheet.ts';
import { checkWindow, conceptForWriter, draftOf, type Held } from './internal/concept-for.ts';
import { envelopeOf } from './internal/envelope-of.ts';
import { filesOf, pack, type Packed } from './internal/pack.ts';
import { receiptFor } from './internal/receipt-for.ts';
import { conceptEnvelopes, conceptFiles, concepts } from './tables.ts';

/** `key`: the group's own key, the first time only. `isAgain`: it lay in the box already. */
export type Sent = { receipt: Receipt; key: string | null; isAgain: boolean };

/** Sealed by somebody a moment ago: a double click, or two of a group. */
const isSentAlready = ({ row }: Held): boolean => row.draft === null && row.state === 'submitted';

/** Names, kinds and hashes of files lie in the envelope from then on. Returns what nobody needs any more in the store. */
async function sealFiles(ctx: Ctx, conceptId: string, files: Packed['files']): Promise<string[]> {
	const blank = { name: '', contentType: 'application/octet-stream', sha256: '', for: null };
	const ofConcept = eq(conceptFiles.conceptId, conceptId);
	const gone = await ctx.db
		.delete(conceptFiles)
		.where(and(ofConcept, isNotNull(conceptFiles.removedAt)))
		.returning({ key: conceptFiles.key });
	if (files.length) {
		const keys = sql.join(
			files.map(({ id, key }) => sql`(${id}::uuid, ${key})`),
			sql`, `
		);
		const set = { ...blank, sealedAt: ctx.now, key: sql`(select k.key from (values ${keys}) k (id, key) where k.id = ${conceptFiles.id})` };
		await ctx.db
			.update(conceptFiles)
			.set(set)
			.where(
				inArray(
					conceptFiles.id,
					files.map(({ id }) => id)
				)
			);
	}
	await ctx.db.update(conceptFiles).set(blank).where(ofConcept);
	return [...files.map(({ before }) => before), ...gone.map(({ key }) => key)];
}

async function putIn(ctx: Ctx, { row, procedure }: Held, packed: Packed): Promise<Sent> {
	const before = await envelopeOf(ctx, row.id);
	const entry = await appendEntry(ctx, {
		...{ recordId: procedure.id, chain: 'box', kind: 'concept.submitted', commitments: packed.commitments },
		facts: before ? { replaces: before.entryHash } : {}
	});
	const isOld = and(eq(conceptEnvelopes.conceptId, row.id), isNull(conceptEnvelopes.supersededAt));
	await ctx.db.update(conceptEnvelopes).set({ supersededAt: ctx.now }).where(isOld);
	const { content, offer, recipient, key } = packed;
	const by = { byPersonId: ctx.actor?.id ?? null, at: ctx.now };
	await ctx.db
		.insert(conceptEnvelopes)
		.values({ id: newId(), conceptId: row.id, content, offer, recipient, entry, entryHash: entry.hash, ...by });
	const keys = await sealFiles(ctx, row.id, packed.files);
	await ctx.db
		.update(concepts)
		.set({
			...{ state: 'submitted', draft: null, recipient, version: row.version + 1, forgetAt: null },
			...{ updatedAt: ctx.now, updatedBy: ctx.actor?.id ?? null, submittedAt: ctx.now }
		})
		.where(eq(concepts.id, row.id));
	if (keys.length) await addJob(ctx.db, { task: 'drop-files', payload: { keys } });
	return { receipt: await receiptFor(ctx, row, { entry }), key, isAgain: false };
}

/** What is missing, as one refusal. */
async function checkWhole(ctx: Ctx, held: Held, files: Awaited<ReturnType<typeof filesOf>>): Promise<void> {
	const sheet = sheetOf((await loadFrozen(ctx, held.procedure.id)).frozen, held.row.round);
	const missing = missingOf(sheet, draftOf(ctx, held), files);
	if (missing.length) throw refused('not-whole', `Das fehlt noch: ${missing.map(({ text }) => text).join(' ')}`);
}

/**
 * Hands a concept in, sealed: whole or not at all. In time is what arrived by `ctx.now`. What is sent last counts; sent twice, it is the same one with
 * the same receipt. Throws 401, 404, and 409 with what is missing or how late it is.
 */
export async function sendConcept(ctx: Ctx, { id, store }: { id: string; store: Store }): Promise<Sent> {
	const read = await conceptForWriter(ctx, id);
	if (isSentAlready(read)) return { receipt: await receiptFor(ctx, read.row), key: null, isAgain: true };
	const draft = draftOf(ctx, read);
	const files = await filesOf(ctx, id);
	await checkWhole(ctx, read, files);
	const packed = await pack(ctx, read, { draft, files, store });
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await conceptForWriter(inside, id, { lock: true });
		if (isSentAlready(held)) return { receipt: await receiptFor(inside, held.row), key: null, isAgain: true };
		checkWindow(ctx, held);
		const why = whyNotStep(held.row.state, 'send');
		if (why) throw refused('not-from-here', why);
		if (held.row.version !== read.row.version)
			throw refused('changed-meanwhile', 'Gerade hat noch jemand etwas geändert. Bitte das Konzept noch einmal ansehen und dann abgeben.');
		return putIn(inside, held, packed);
	});
}
