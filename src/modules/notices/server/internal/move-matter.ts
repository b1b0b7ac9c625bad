import { and, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { matterDays, stateAfter, whyNotStep, type MatterStep } from '../../matter.ts';
import { contentMatters, contentMatterSteps } from '../tables.ts';
import type { MatterRow } from './load-matter.ts';

type Move = { step: MatterStep; words?: string; set?: Partial<MatterRow>; byPerson?: boolean };
const day = 86_400_000;

/** Takes one step of a matter: what stands against it, the row, and its line in the history. Throws 409, 422; of two at one moment the second gets 409. */
export async function moveMatter(ctx: Ctx, before: MatterRow, { step, words, set, byPerson = true }: Move): Promise<void> {
	const not = whyNotStep(before.state, step, words);
	if (not) throw refused(not.code, not.message, not.field);
	const to = stateAfter(before.state, step);
	const isClosed = to === 'decided' || to === 'settled';
	await ctx.db.transaction(async (db) => {
		const moved = await db
			.update(contentMatters)
			.set({ ...set, state: to, forgetAt: isClosed ? new Date(ctx.now.getTime() + matterDays * day) : null })
			.where(and(eq(contentMatters.id, before.id), eq(contentMatters.state, before.state)))
			.returning({ id: contentMatters.id });
		if (!moved.length)
			throw refused('changed-meanwhile', 'Jemand war schneller: Der Stand hat sich eben geändert. Bitte neu laden und ansehen.');
		await db.insert(contentMatterSteps).values({
			...{ id: newId(), matterId: before.id, step, from: before.state, to, words: words?.trim() || null, at: ctx.now },
			byPersonId: byPerson ? (ctx.actor?.id ?? null) : null
		});
	});
}
