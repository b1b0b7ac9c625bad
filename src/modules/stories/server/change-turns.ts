import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { TurnInput } from '../forms.ts';
import { changing, turnsOf } from './internal/story-for.ts';
import { storyTurns } from './tables.ts';

const most = 12;

/** A hurdle with what helped, new or changed. Throws 404, 409. */
export async function saveTurn(ctx: Ctx, { id, input: { turnId, hurdle, solution } }: { id: string; input: TurnInput }): Promise<void> {
	await changing(ctx, id, async (inside) => {
		const there = await turnsOf(inside, id);
		if (!turnId && there.length >= most) throw refused('many', `Mehr als ${most} Hürden liest niemand. Bitte zusammenfassen.`);
		if (!turnId) {
			const position = (there.at(-1)?.position ?? 0) + 1;
			await inside.db.insert(storyTurns).values({ id: newId(), storyId: id, position, hurdle, solution });
			return;
		}
		const mine = and(eq(storyTurns.id, turnId), eq(storyTurns.storyId, id));
		const [changed] = await inside.db.update(storyTurns).set({ hurdle, solution }).where(mine).returning({ id: storyTurns.id });
		if (!changed) throw notFound('Diese Hürde gibt es nicht mehr.');
	});
}

/** Throws 404. */
export async function removeTurn(ctx: Ctx, { id, turnId }: { id: string; turnId: string }): Promise<void> {
	await changing(ctx, id, async ({ db }) => {
		await db.delete(storyTurns).where(and(eq(storyTurns.id, turnId), eq(storyTurns.storyId, id)));
	});
}
