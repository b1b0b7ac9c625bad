import type { Ctx } from '#modules/people/actor.ts';
import { checkAlive, groupForMember } from './internal/group-for.ts';
import { bringIntoTalk } from './internal/talk.ts';

/** Back into the conversation of one's group, for whoever had left it there. Returns the conversation's id. Throws 401, 404, 409. */
export async function joinTalk(ctx: Ctx, { id }: { id: string }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, me } = await groupForMember(inside, id, { lock: true });
		checkAlive(row);
		return bringIntoTalk(inside, row, me.personId);
	});
}
