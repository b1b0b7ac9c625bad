import { eq } from 'drizzle-orm';
import { addJob } from '#lib/server/jobs.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { forgetDays } from '../../concept.ts';
import { conceptEnvelopes, conceptFiles, concepts } from '../tables.ts';
import type { ConceptRow } from './concept-for.ts';
import { envelopeOf } from './envelope-of.ts';

/** Takes all files of a concept with it. */
export async function dropFiles(ctx: Ctx, conceptId: string): Promise<void> {
	const gone = await ctx.db.delete(conceptFiles).where(eq(conceptFiles.conceptId, conceptId)).returning({ key: conceptFiles.key });
	if (gone.length) await addJob(ctx.db, { task: 'drop-files', payload: { keys: gone.map(({ key }) => key) } });
}

/** Destroys the envelope of what was handed in; the entry in the box stays and says so. In the caller's transaction, which has asked who may and when. */
export async function takeBack(ctx: Ctx, { id, procedureId, version }: ConceptRow): Promise<void> {
	const envelope = await envelopeOf(ctx, id);
	const facts = { entry: envelope?.entryHash ?? null };
	await appendEntry(ctx, { recordId: procedureId, chain: 'box', kind: 'concept.withdrawn', facts });
	await ctx.db.delete(conceptEnvelopes).where(eq(conceptEnvelopes.conceptId, id));
	await dropFiles(ctx, id);
	const forgetAt = new Date(ctx.now.getTime() + forgetDays * 86_400_000);
	const gone = { state: 'withdrawn', draft: null, forgetAt, version: version + 1, updatedAt: ctx.now } as const;
	await ctx.db.update(concepts).set(gone).where(eq(concepts.id, id));
}
