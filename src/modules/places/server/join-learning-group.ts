import { and, eq, isNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { JoinInput } from '../forms-exchange.ts';
import { mayEditPlace } from '../policy.ts';
import { whyNotJoin } from '../tandem.ts';
import { placeFor } from './internal/place-for.ts';
import { learningGroups, learningMembers } from './tables.ts';

const member = (placeId: string, groupId: string) =>
	and(eq(learningMembers.placeId, placeId), eq(learningMembers.groupId, groupId), isNull(learningMembers.leftAt));

/** A place on its way joins a learning group of its network, with who speaks for it there. */
export async function joinLearningGroup(
	ctx: Ctx,
	{ id, groupId, input }: { id: string; groupId: string; input: JoinInput }
): Promise<void> {
	const { place } = await placeFor(ctx, id, mayEditPlace);
	await ctx.db.transaction(async (db) => {
		const [group] = await db.select().from(learningGroups).where(eq(learningGroups.id, groupId));
		if (!group || group.networkId !== place.networkId) throw notFound('Diese Lerngruppe gibt es in Eurem Netzwerk nicht.');
		const isMember = (await db.$count(learningMembers, member(id, groupId))) > 0;
		const not = whyNotJoin(place, { isOpen: group.isOpen, isMember });
		if (not) throw refused(not.code, not.message);
		const row = { id: newId(), groupId, placeId: id, ...input, joinedBy: ctx.actor?.id ?? null, joinedAt: ctx.now };
		await db.insert(learningMembers).values(row).onConflictDoNothing();
		await recordEvent({ ...ctx, db }, 'learning.joined', { subjectId: groupId, data: { place: id } });
	});
}

/** Leaves a learning group; who spoke for the place there is forgotten at once. */
export async function leaveLearningGroup(ctx: Ctx, { id, groupId }: { id: string; groupId: string }): Promise<void> {
	await placeFor(ctx, id, mayEditPlace);
	const left = await ctx.db
		.update(learningMembers)
		.set({ leftAt: ctx.now, contactName: null, contactEmail: null })
		.where(member(id, groupId))
		.returning({ id: learningMembers.id });
	if (!left.length) throw notFound('Euer Ort ist nicht in dieser Lerngruppe.');
}
