import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { PartnerInput } from '../forms.ts';
import { actsFor } from '../policy.ts';
import { membershipFor } from './internal/membership-for.ts';
import { memberships } from './tables.ts';

/** What an organisation says of itself in this network: mission, action fields, contributions. Public as soon as it belongs. */
export async function savePartner(ctx: Ctx, { id, input }: { id: string; input: PartnerInput }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const { membership, organisation } = await membershipFor({ ...ctx, db }, id);
		const { mission = null, actionFields, contributions } = input;
		await db.update(memberships).set({ mission, actionFields, contributions, updatedAt: ctx.now }).where(eq(memberships.id, id));
		const onBehalf = actsFor(ctx.actor, organisation.id, organisation.ags);
		const data = { before: { mission: membership.mission }, after: { mission }, ...(onBehalf && { onBehalf }) };
		await recordEvent({ ...ctx, db }, 'membership.partner_saved', { subjectId: id, data });
	});
}
