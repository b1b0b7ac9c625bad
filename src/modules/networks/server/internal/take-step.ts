import { dayOf } from '#lib/calendar.ts';
import { desc, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { Refusal, refused } from '#lib/refusal.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { actsFor } from '../../policy.ts';
import { membershipSteps, whyNotStep, type MembershipStep } from '../../membership.ts';
import type { MembershipState } from '../../vocabulary.ts';
import { membershipChanges, memberships, networkValues, type networks } from '../tables.ts';

type MembershipRow = typeof memberships.$inferSelect;
export type Taken = {
	network: typeof networks.$inferSelect;
	organisationId: string;
	before: MembershipRow | null;
	step: MembershipStep;
	reason?: string;
};

export async function latestValues(ctx: Pick<Ctx, 'db'>, networkId: string): Promise<number | null> {
	const [row] = await ctx.db
		.select({ version: networkValues.version })
		.from(networkValues)
		.where(eq(networkValues.networkId, networkId))
		.orderBy(desc(networkValues.version))
		.limit(1);
	return row?.version ?? null;
}

const datesOf = (to: MembershipState, before: MembershipRow | null, today: string) => ({
	...((to === 'member' || to === 'participant') && { joinedOn: before?.state === 'paused' ? before.joinedOn : today, leftOn: null }),
	...((to === 'left' || to === 'excluded') && { leftOn: today })
});

/** Whether an office takes a step that is the organisation's own. */
async function isOnBehalf(ctx: Ctx, organisationId: string): Promise<boolean> {
	const [own] = await ctx.db.select({ ags: organisations.ags }).from(organisations).where(eq(organisations.id, organisationId));
	return actsFor(ctx.actor, organisationId, own?.ags ?? null);
}

/** Asks the guards, writes the step with who, when and why, and tells of it; in the caller's transaction, with the row locked. Policy has been asked before. */
export async function takeStep(ctx: Ctx, { network, organisationId, before, step, reason }: Taken): Promise<string> {
	const valuesVersion = await latestValues(ctx, network.id);
	const confirmedVersion = before?.valuesVersion ?? null;
	const question = { state: before?.state ?? null, step, network: { ...network, valuesVersion }, confirmedVersion, reason };
	const not = whyNotStep(question);
	if (not) throw refused(not.code, not.message, not.field);
	const { to } = membershipSteps[step];
	const id = before?.id ?? newId();
	const changed = { state: to, ...datesOf(to, before, dayOf(ctx.now)), updatedAt: ctx.now };
	if (before) await ctx.db.update(memberships).set(changed).where(eq(memberships.id, id));
	else {
		const row = { id, networkId: network.id, organisationId, createdAt: ctx.now, ...changed };
		const made = await ctx.db.insert(memberships).values(row).onConflictDoNothing().returning({ id: memberships.id });
		if (!made.length)
			throw new Refusal(409, 'changed-meanwhile', { message: 'Diese Organisation wurde gerade eingetragen. Bitte die Seite neu laden.' });
	}
	const written = { id: newId(), membershipId: id, step, from: before?.state ?? null, to, at: ctx.now };
	await ctx.db.insert(membershipChanges).values({ ...written, byPersonId: ctx.actor?.id ?? null, reason: reason?.trim() || null });
	await recordEvent(ctx, 'membership.changed', {
		subjectId: id,
		reason,
		data: {
			...{ network: network.id, organisation: organisationId, step, to },
			...{ before: { state: before?.state ?? null }, after: { step: membershipSteps[step].text, state: to } },
			...(membershipSteps[step].by === 'both' && (await isOnBehalf(ctx, organisationId)) && { onBehalf: true })
		}
	});
	return id;
}
