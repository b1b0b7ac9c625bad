import { and, eq, isNull } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { RoleInput } from '../forms.ts';
import { groupLimits } from '../group.ts';
import { checkAlive, groupForMember, groupForSpeaker, membersOf } from './internal/group-for.ts';
import { groupRoles } from './tables.ts';

const ofGroup = (id: string, roleId: string) => and(eq(groupRoles.id, roleId), eq(groupRoles.groupId, id));
const gone = () => notFound('Diese Aufgabe gibt es nicht mehr.');

/** What there is to do, in the group's own words, and who does it; without a member it is open. Throws 401, 403, 404, 409, 422. */
export async function saveRole(ctx: Ctx, { id, roleId, title, note = '', memberId }: RoleInput & { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await groupForSpeaker(inside, id, { lock: true });
		checkAlive(row);
		if (memberId && !(await membersOf(inside, id)).some((member) => member.id === memberId))
			throw refused('no-member', 'Diese Person gehört nicht mehr zur Gruppe.', 'memberId');
		const values = { title, note, memberId: memberId ?? null };
		if (roleId) {
			const { rowCount } = await db.update(groupRoles).set(values).where(ofGroup(id, roleId));
			if (!rowCount) throw gone();
			return;
		}
		const had = await db.$count(groupRoles, eq(groupRoles.groupId, id));
		if (had >= groupLimits.roles)
			throw refused('too-many', `Mehr als ${groupLimits.roles} Aufgaben verteilt niemand mehr. Fasst bitte einige zusammen.`);
		await db.insert(groupRoles).values({ id: newId(), groupId: id, ...values, createdAt: ctx.now });
	});
}

/** Takes a role that is open, or gives one's own back. Of two at the same moment one gets it. Throws 401, 404, 409. */
export async function takeRole(ctx: Ctx, { id, roleId, takes }: { id: string; roleId: string; takes: boolean }): Promise<void> {
	const { row, me } = await groupForMember(ctx, id);
	checkAlive(row);
	const held = takes ? isNull(groupRoles.memberId) : eq(groupRoles.memberId, me.id);
	const { rowCount } = await ctx.db
		.update(groupRoles)
		.set({ memberId: takes ? me.id : null })
		.where(and(ofGroup(id, roleId), held));
	if (rowCount) return;
	if (!(await ctx.db.$count(groupRoles, ofGroup(id, roleId)))) throw gone();
	throw refused('role-taken', takes ? 'Diese Aufgabe hat schon jemand übernommen.' : 'Diese Aufgabe habt Ihr nicht.');
}

/** Throws 401, 403, 404. */
export async function removeRole(ctx: Ctx, { id, roleId }: { id: string; roleId: string }): Promise<void> {
	await groupForSpeaker(ctx, id);
	const { rowCount } = await ctx.db.delete(groupRoles).where(ofGroup(id, roleId));
	if (!rowCount) throw gone();
}
