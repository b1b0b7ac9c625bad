import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { addJob } from '#lib/server/jobs.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { forgetDays, whyNotStep } from '../concept.ts';
import { checkWindow, conceptForLead } from './internal/concept-for.ts';
import { envelopeOf } from './internal/envelope-of.ts';
import { conceptEnvelopes, conceptFiles, concepts } from './tables.ts';

/** Takes all files of a concept with it. */
async function dropFiles(ctx: Ctx, conceptId: string): Promise<void> {
	const gone = await ctx.db.delete(conceptFiles).where(eq(conceptFiles.conceptId, conceptId)).returning({ key: conceptFiles.key });
	if (gone.length) await addJob(ctx.db, { task: 'drop-files', payload: { keys: gone.map(({ key }) => key) } });
}

/** Takes back what was handed in, until the deadline: its envelope is destroyed, the entry in the box stays and says so. Throws 401, 403, 404, 409. */
export async function withdrawConcept(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await conceptForLead(inside, id);
		const why = whyNotStep(held.row.state, 'withdraw');
		if (why) throw refused('not-from-here', why);
		checkWindow(ctx, held);
		const envelope = await envelopeOf(inside, id);
		const facts = { entry: envelope?.entryHash ?? null };
		await appendEntry(inside, { recordId: held.procedure.id, chain: 'box', kind: 'concept.withdrawn', facts });
		await db.delete(conceptEnvelopes).where(eq(conceptEnvelopes.conceptId, id));
		await dropFiles(inside, id);
		const forgetAt = new Date(ctx.now.getTime() + forgetDays * 86_400_000);
		const gone = { state: 'withdrawn', draft: null, forgetAt, version: held.row.version + 1, updatedAt: ctx.now } as const;
		await db.update(concepts).set(gone).where(eq(concepts.id, id));
	});
}

/** Throws a concept away that was never handed in. Throws 401, 403, 404, 409. */
export async function discardConcept(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await conceptForLead(inside, id);
		if (row.state !== 'draft' && row.state !== 'lapsed')
			throw refused('not-a-draft', 'Wegwerfen lässt sich nur, was nicht abgegeben ist. Abgegebenes könnt ihr bis zur Frist zurückziehen.');
		await dropFiles(inside, id);
		await db.delete(concepts).where(eq(concepts.id, id));
	});
}
