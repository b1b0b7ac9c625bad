import { and, desc, eq, sql } from 'drizzle-orm';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { hintOf } from '#modules/organisations/invitation.ts';
import { invitationState, type InvitationKind, type InvitationState } from '../invitation.ts';
import { mayLead } from '../policy.ts';
import { groupForMember } from './internal/group-for.ts';
import { groupInvitations, groupKnocks, groupMembers, groupRoles } from './tables.ts';

const nameOf = sql<string>`coalesce(nullif(${people.name}, ''), 'ohne Namen')`;

export type Member = {
	id: string;
	name: string;
	organisation: string | null;
	isSpeaker: boolean;
	isNamed: boolean;
	isMe: boolean;
	joinedAt: Date;
};
export type Role = { id: string; title: string; note: string; memberId: string | null; by: string | null };
export type Knock = { id: string; name: string; text: string; at: Date };
export type Invitation = {
	id: string;
	kind: InvitationKind;
	hint: string | null;
	used: number;
	places: number;
	state: InvitationState;
	expiresAt: Date;
	/** The address to hand on, for links that still work. */
	path: string | null;
};
export type GroupPeople = { members: Member[]; roles: Role[]; knocks: Knock[]; invitations: Invitation[] };

async function invitationsOf(ctx: Ctx, groupId: string): Promise<Invitation[]> {
	const rows = await ctx.db
		.select()
		.from(groupInvitations)
		.where(eq(groupInvitations.groupId, groupId))
		.orderBy(desc(groupInvitations.createdAt), desc(groupInvitations.id))
		.limit(30);
	const shown: Invitation[] = [];
	for (const row of rows) {
		const { id, kind, email, used, places, expiresAt } = row;
		const state = invitationState(row, ctx.now);
		const days = (expiresAt.getTime() - ctx.now.getTime()) / 86_400_000;
		const isLink = kind === 'link' && state === 'open';
		const path = isLink
			? `/gruppen/einladung?schluessel=${await signLink(ctx, { purpose: 'group-invitation', data: { invitation: id }, days })}`
			: null;
		shown.push({ id, kind, hint: email && hintOf(email), used, places, state, expiresAt, path });
	}
	return shown;
}

const knocksOf = ({ db }: Ctx, groupId: string): Promise<Knock[]> =>
	db
		.select({ id: groupKnocks.id, name: nameOf, text: groupKnocks.text, at: groupKnocks.at })
		.from(groupKnocks)
		.innerJoin(people, eq(people.id, groupKnocks.personId))
		.where(and(eq(groupKnocks.groupId, groupId), eq(groupKnocks.state, 'open')))
		.orderBy(groupKnocks.at, groupKnocks.id);

/** Who is in a group and what they do; with who knocks and who is invited, for whoever speaks for it. Throws 401, 404. */
export async function listMembers(ctx: Ctx, groupId: string): Promise<GroupPeople> {
	const { me } = await groupForMember(ctx, groupId);
	const { id, isSpeaker, isNamed, joinedAt } = groupMembers;
	const members = await ctx.db
		.select({ id, name: nameOf, organisation: organisations.name, isSpeaker, isNamed, joinedAt })
		.from(groupMembers)
		.innerJoin(people, eq(people.id, groupMembers.personId))
		.leftJoin(organisations, eq(organisations.id, groupMembers.organisationId))
		.where(eq(groupMembers.groupId, groupId))
		.orderBy(desc(isSpeaker), joinedAt, id);
	const roles = await ctx.db.select().from(groupRoles).where(eq(groupRoles.groupId, groupId)).orderBy(groupRoles.createdAt, groupRoles.id);
	const names = new Map(members.map((member) => [member.id, member.name]));
	const leads = mayLead(me);
	return {
		members: members.map((member) => ({ ...member, isMe: member.id === me.id })),
		roles: roles.map(({ id: roleId, title, note, memberId }) => ({
			id: roleId,
			title,
			note,
			memberId,
			by: memberId && (names.get(memberId) ?? null)
		})),
		knocks: leads ? await knocksOf(ctx, groupId) : [],
		invitations: leads ? await invitationsOf(ctx, groupId) : []
	};
}
