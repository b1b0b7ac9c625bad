import { and, eq } from 'drizzle-orm';
import { forbidden, notFound, refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { NeedInput } from '../forms.ts';
import { groupLimits } from '../group.ts';
import { mayLead } from '../policy.ts';
import { checkAlive, groupForMember, type AsMember } from './internal/group-for.ts';
import { groupNeeds } from './tables.ts';

/** A need of one's own, or any for whoever speaks for the group. Throws 403, 404. */
async function needOf(ctx: Ctx, { row, me }: AsMember, needId: string) {
	const [need] = await ctx.db
		.select()
		.from(groupNeeds)
		.where(and(eq(groupNeeds.id, needId), eq(groupNeeds.groupId, row.id)));
	if (!need) throw notFound('Diesen Bedarf gibt es nicht mehr.');
	if (need.memberId !== me.id && !mayLead(me)) throw forbidden('Das ändert, wer es braucht, oder wer für die Gruppe spricht.');
	return need;
}

/** What one needs of the house, new or changed. Throws 401, 403, 404, 409. */
export async function saveNeed(ctx: Ctx, { id, needId, ...need }: NeedInput & { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const as = await groupForMember(inside, id, { lock: true });
		checkAlive(as.row);
		const { areaMinM2 = null, areaMaxM2 = null, maxMonthly = null, ...rest } = need;
		const values = { ...rest, uses: [...new Set(need.uses)], areaMinM2, areaMaxM2, maxMonthly };
		if (needId) {
			const { id: known } = await needOf(inside, as, needId);
			await db.update(groupNeeds).set(values).where(eq(groupNeeds.id, known));
			return;
		}
		const had = await db.$count(groupNeeds, eq(groupNeeds.groupId, id));
		if (had >= groupLimits.needs)
			throw refused('too-many', `Mehr als ${groupLimits.needs} Einträge lassen sich nicht mehr überblicken. Fasst bitte einige zusammen.`);
		await db.insert(groupNeeds).values({ id: newId(), groupId: id, memberId: as.me.id, ...values, createdAt: ctx.now });
	});
}

/** Takes a need away. Throws 401, 403, 404. */
export async function removeNeed(ctx: Ctx, { id, needId }: { id: string; needId: string }): Promise<void> {
	const as = await groupForMember(ctx, id);
	const need = await needOf(ctx, as, needId);
	await ctx.db.delete(groupNeeds).where(eq(groupNeeds.id, need.id));
}
