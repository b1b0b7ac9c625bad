import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { isAlive } from '../group.ts';
import { invitationState, type InvitationKind, type InvitationState } from '../invitation.ts';
import { groupInvitations, groups } from './tables.ts';

export type GroupInvitation = {
	id: string;
	kind: InvitationKind;
	email: string | null;
	state: InvitationState;
	group: { id: string; name: string; idea: string; house: string | null };
};

/** The invitation behind a link; looking uses nothing up. Throws 410 for a link that was changed or is too old, 404 where the group is gone. */
export async function findGroupInvitation(ctx: Pick<Ctx, 'db' | 'now'>, link: string): Promise<GroupInvitation> {
	const { invitation: id = '' } = await verifyLink(ctx, { purpose: 'group-invitation', token: link });
	const [found] = isUuid(id)
		? await ctx.db
				.select({ invitation: groupInvitations, group: groups })
				.from(groupInvitations)
				.innerJoin(groups, eq(groups.id, groupInvitations.groupId))
				.where(eq(groupInvitations.id, id))
		: [];
	if (!found || !isAlive(found.group.state)) throw notFound('Diese Einladung gibt es nicht mehr: Die Gruppe hat sich aufgelöst.');
	const { kind, email } = found.invitation;
	const { name, idea, houseTitle: house } = found.group;
	return { id, kind, email, state: invitationState(found.invitation, ctx.now), group: { id: found.group.id, name, idea, house } };
}
