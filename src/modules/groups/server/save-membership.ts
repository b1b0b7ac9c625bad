import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { holdsSeat } from '#modules/organisations/policy.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { MembershipInput } from '../forms.ts';
import { checkAlive, groupForMember } from './internal/group-for.ts';
import { groupMembers } from './tables.ts';

/** One's own membership: for which organisation, and whether the public page may name one. Throws 401, 404, 409, 422. */
export async function saveMembership(ctx: Ctx, { id, isNamed, organisationId }: MembershipInput & { id: string }): Promise<void> {
	if (organisationId && !holdsSeat(ctx.actor, organisationId, 'edit'))
		throw refused('no-seat', 'Für diese Organisation könnt Ihr nicht sprechen: Ihr habt dort keinen Platz.', 'organisationId');
	const { row, me } = await groupForMember(ctx, id);
	checkAlive(row);
	if (isNamed && !ctx.actor?.name)
		throw refused('no-name', 'Tragt zuerst im Konto Euren Namen ein, dann kann er auf der Seite stehen.', 'isNamed');
	await ctx.db
		.update(groupMembers)
		.set({ isNamed, organisationId: organisationId ?? null })
		.where(eq(groupMembers.id, me.id));
}
