import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { isAlive, type GroupState } from '../../group.ts';
import { mayLead } from '../../policy.ts';
import { groupMembers, groups } from '../tables.ts';

export type GroupRow = typeof groups.$inferSelect;
export type MemberRow = typeof groupMembers.$inferSelect;
export type AsMember = { row: GroupRow; me: MemberRow };
type How = { lock?: boolean };

/** A group for one of its members; 404 for everybody else. `lock`: inside a transaction that changes it, so that changes of one group come one after the other. */
export async function groupForMember(ctx: Ctx, id: string, { lock = false }: How = {}): Promise<AsMember> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	if (!isUuid(id)) throw notFound();
	if (lock) await ctx.db.select({ id: groups.id }).from(groups).where(eq(groups.id, id)).for('update');
	const [found] = await ctx.db
		.select({ row: groups, me: groupMembers })
		.from(groups)
		.innerJoin(groupMembers, and(eq(groupMembers.groupId, groups.id), eq(groupMembers.personId, actor.id)))
		.where(eq(groups.id, id));
	if (!found) throw notFound('Diese Gruppe gibt es nicht, oder Ihr gehört nicht dazu.');
	return found;
}

/** The same for whoever speaks for it; 403 for the other members. */
export async function groupForSpeaker(ctx: Ctx, id: string, how: How = {}): Promise<AsMember> {
	const found = await groupForMember(ctx, id, how);
	if (!mayLead(found.me)) throw forbidden('Das darf, wer für die Gruppe spricht. Fragt dort nach.');
	return found;
}

/** Throws 409 when the group is dissolved. */
export function checkAlive({ state }: { state: GroupState }): void {
	if (!isAlive(state)) throw refused('group-dissolved', 'Diese Gruppe hat sich aufgelöst.');
}

/** All its members, who came first first. */
export const membersOf = ({ db }: Pick<Ctx, 'db'>, groupId: string): Promise<MemberRow[]> =>
	db.select().from(groupMembers).where(eq(groupMembers.groupId, groupId)).orderBy(groupMembers.joinedAt, groupMembers.id);
