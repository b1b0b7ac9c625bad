import type { Ctx } from '#modules/people/actor.ts';
import { matterFor } from './internal/load-matter.ts';
import { moveMatter } from './internal/move-matter.ts';

/** Somebody begins to look into a matter. Throws 401, 403, 404, 409. */
export async function takeMatter(ctx: Ctx, id: string): Promise<void> {
	await moveMatter(ctx, await matterFor(ctx, id), { step: 'take', set: { takenById: ctx.actor?.id ?? null } });
}

/** Puts it back for others. */
export async function releaseMatter(ctx: Ctx, id: string): Promise<void> {
	await moveMatter(ctx, await matterFor(ctx, id), { step: 'release', set: { takenById: null } });
}

/** Writes down that an authority was told (Art. 18 DSA); the state stays. */
export async function noteAuthority(ctx: Ctx, { id, words }: { id: string; words?: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const matter = await matterFor(inside, id, { lock: true });
		await moveMatter(inside, matter, { step: 'inform', words, set: {} });
	});
}
