import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { giveBack, holdBack } from '#modules/people/server/hold-back.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { projectSpaces } from './project-space.ts';
import { spaces } from './tables.ts';

/**
 * The operator withholds a public space: its face and its pictures are gone at once. The entry itself, its publication and its grounds stay untouched, so that
 * it comes back exactly as it was. Throws 409 for what is not public.
 */
export async function withholdSpace(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		if (!(await db.$count(spaces, eq(spaces.id, id)))) throw refused('content-gone', 'Dieser Raum ist nicht mehr öffentlich.');
		await holdBack(inside, { kind: 'space', id });
		await projectSpaces(inside, [id]);
		await recordEvent(inside, 'space.withdrawn', { subjectId: id, data: { spaceId: id } });
	});
}

/** Brings the face back, if the entry is still published. */
export async function restoreSpace(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		if (!(await giveBack(inside, { kind: 'space', id }))) return;
		await projectSpaces(inside, [id]);
		await recordEvent(inside, 'space.changed', { subjectId: id, data: { spaceId: id } });
	});
}
