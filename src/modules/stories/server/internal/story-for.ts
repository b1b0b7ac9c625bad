import { asc, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import { findCase } from '#modules/cases/server/find-case.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayTell } from '../../policy.ts';
import { stories, storyTurns, storyVoices } from '../tables.ts';

export type StoryRow = typeof stories.$inferSelect;
export type TurnRow = typeof storyTurns.$inferSelect;
export type VoiceRow = typeof storyVoices.$inferSelect;

/** A story for whoever works on its case; 404 for everybody else. `lock`: inside a transaction that changes it. */
export async function storyFor(ctx: Ctx, id: string, { lock = false } = {}): Promise<StoryRow> {
	if (!ctx.actor) throw unauthenticated();
	if (!isUuid(id)) throw notFound();
	const asked = ctx.db.select().from(stories).where(eq(stories.id, id));
	const [row] = lock ? await asked.for('update') : await asked;
	if (!row) throw notFound();
	if (row.caseId) {
		await findCase(ctx, row.caseId);
		return row;
	}
	const [owner] = await ctx.db
		.select({ organisationId: organisations.id, ags: organisations.ags })
		.from(organisations)
		.where(eq(organisations.id, row.organisationId));
	if (!owner || !mayTell(ctx.actor, owner)) throw notFound();
	return row;
}

export const turnsOf = (ctx: Pick<Ctx, 'db'>, storyId: string): Promise<TurnRow[]> =>
	ctx.db.select().from(storyTurns).where(eq(storyTurns.storyId, storyId)).orderBy(asc(storyTurns.position), asc(storyTurns.id));

export const voicesOf = (ctx: Pick<Ctx, 'db'>, storyId: string): Promise<VoiceRow[]> =>
	ctx.db.select().from(storyVoices).where(eq(storyVoices.storyId, storyId)).orderBy(asc(storyVoices.id));

/** Runs a change inside a transaction with the story locked, and notes that it changed. */
export async function changing<T>(ctx: Ctx, id: string, change: (inside: Ctx, row: StoryRow) => Promise<T>): Promise<T> {
	await storyFor(ctx, id);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const row = await storyFor(inside, id, { lock: true });
		const out = await change(inside, row);
		await db.update(stories).set({ updatedAt: ctx.now }).where(eq(stories.id, id));
		return out;
	});
}
