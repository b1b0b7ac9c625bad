import { eq } from 'drizzle-orm';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import { hintOf } from '#modules/organisations/invitation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { invitationState, whyNotAccept } from '../invitation.ts';
import { findGroupInvitation } from './find-group-invitation.ts';
import { addMember } from './internal/add-member.ts';
import { checkAlive, type GroupRow } from './internal/group-for.ts';
import { note, tellMembers } from './internal/tell.ts';
import { groupInvitations, groups } from './tables.ts';

async function useUp(ctx: Ctx, { id, own }: { id: string; own: string }): Promise<void> {
	const [invitation] = await ctx.db.select().from(groupInvitations).where(eq(groupInvitations.id, id)).for('update');
	if (!invitation) throw notFound('Diese Einladung gibt es nicht mehr.');
	const { kind, email, used, places } = invitation;
	const why = whyNotAccept({ kind, email, state: invitationState(invitation, ctx.now) }, own);
	if (why?.code === 'other-address') throw forbidden(why.message);
	if (why) throw refused(why.code, why.message);
	// What is answered needs the address no longer, only a hint of it.
	const isLast = used + 1 >= places;
	await ctx.db
		.update(groupInvitations)
		.set({ used: used + 1, ...(isLast && email && { email: hintOf(email) }) })
		.where(eq(groupInvitations.id, id));
}

/**
 * Joins the group that an invitation is for. Of many at the same moment no more come in than it has places; who is in already uses none. Returns the
 * group's id. Throws 401, 403 for another address, 404, 409, 410.
 */
export async function acceptGroupInvitation(ctx: Ctx, { link }: { link: string }): Promise<{ groupId: string }> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	const { id, group } = await findGroupInvitation(ctx, link);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [row] = await db.select().from(groups).where(eq(groups.id, group.id)).for('update');
		if (!row) throw notFound();
		checkAlive(row);
		await join(inside, row, { id, own: actor.email, personId: actor.id, name: actor.name });
	});
	return { groupId: group.id };
}

async function join(
	ctx: Ctx,
	row: GroupRow,
	{ id, own, personId, name }: { id: string; own: string; personId: string; name: string }
): Promise<void> {
	const { isNew } = await addMember(ctx, row, personId);
	if (!isNew) return;
	await useUp(ctx, { id, own });
	await note(ctx, row, { kind: 'joined', personId });
	await tellMembers(ctx, row, {
		title: `${row.name}: jemand ist dazugekommen`,
		text: `${name || 'Jemand'} hat die Einladung angenommen.`,
		tab: '/menschen'
	});
}
