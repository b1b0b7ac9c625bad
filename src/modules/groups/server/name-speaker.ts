import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotStepDown } from '../member.ts';
import { checkAlive, groupForSpeaker, membersOf } from './internal/group-for.ts';
import { nameSpeakerIn } from './internal/name-speaker-in.ts';

/** Lets a member speak for the group, or no longer; somebody always does. Throws 401, 403, 404, 409. */
export async function nameSpeaker(ctx: Ctx, { id, memberId, speaks }: { id: string; memberId: string; speaks: boolean }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await groupForSpeaker(inside, id, { lock: true });
		checkAlive(row);
		const not = speaks ? null : whyNotStepDown(await membersOf(inside, id), memberId);
		if (not) throw refused(not.code, not.message);
		await nameSpeakerIn(inside, row, { memberId, speaks });
	});
}
