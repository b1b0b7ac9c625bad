import { dayOf } from '#lib/calendar.ts';
import { eq, sum } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { tallyOf } from '../../ballot.ts';
import type { Facts } from '../../transitions.ts';
import { applicationMeetings, applicationPayments, applicationVotes } from '../tables.ts';
import { foundersOf } from './founders-of.ts';
import type { Loaded } from './load-application.ts';

export async function votesOf({ db }: Pick<Ctx, 'db'>, applicationId: string) {
	return db.select().from(applicationVotes).where(eq(applicationVotes.applicationId, applicationId)).orderBy(applicationVotes.at);
}

export const tallyFor = (founders: { roleId: string }[], votes: (typeof applicationVotes.$inferSelect)[]) =>
	tallyOf(
		founders.map(({ roleId }) => roleId),
		votes.map((vote) => ({ ...vote, roleId: vote.roleId ?? vote.id }))
	);

export async function paidSoFar({ db }: Pick<Ctx, 'db'>, applicationId: string): Promise<number> {
	const [row] = await db
		.select({ cents: sum(applicationPayments.amountCents) })
		.from(applicationPayments)
		.where(eq(applicationPayments.applicationId, applicationId));
	return Number(row?.cents ?? 0);
}

/** Everything that the guards of a transition look at, as it is right now. */
export async function factsOf(ctx: Ctx, found: Loaded, asked: { reason?: string; holdUntil?: string }): Promise<Facts> {
	const { application, network, membership, missing } = found;
	const meetings = await ctx.db.select().from(applicationMeetings).where(eq(applicationMeetings.applicationId, application.id));
	const meeting = (kind: 'interview' | 'founders') => {
		const row = meetings.find((one) => one.kind === kind);
		return { heldOn: row?.heldOn ?? null, hasSharedNote: Boolean(row?.sharedNote?.trim()) };
	};
	return {
		state: application.state,
		heldFrom: application.heldFrom,
		today: dayOf(ctx.now),
		reason: asked.reason,
		holdUntil: asked.holdUntil ?? application.holdUntil,
		missing: missing.map(({ text }) => text),
		phase: network.phase,
		membership: membership?.state ?? null,
		meetings: { interview: meeting('interview'), founders: meeting('founders') },
		tally: tallyFor(await foundersOf(ctx, network.id), await votesOf(ctx, application.id)),
		feeCents: application.feeCents,
		paidCents: await paidSoFar(ctx, application.id)
	};
}
