import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { dueOn } from '../../promises.ts';
import { targetOf, whyNotTransition, type Transition } from '../../transitions.ts';
import type { ApplicationState, Side } from '../../vocabulary.ts';
import { applicationChanges, applications } from '../tables.ts';
import { factsOf } from './facts-of.ts';
import { followWithMembership } from './follow-with-membership.ts';
import { loadApplication, type Loaded } from './load-application.ts';
import { tellOfChange } from './tell-of-change.ts';

export type Wanted = { transition: Transition; side: Side; reason?: string; holdUntil?: string };

/** What follows from the decision does not say its reason once more. */
const follows = new Set<Transition>(['ask_fee', 'waive_fee']);

function changesOf(ctx: Ctx, { application, network }: Loaded, { transition, holdUntil, to }: Wanted & { to: ApplicationState }) {
	const isDecision = transition === 'admit' || transition === 'decline';
	return {
		state: to,
		heldFrom: transition === 'hold' ? application.state : null,
		holdUntil: transition === 'hold' ? (holdUntil ?? null) : null,
		dueOn: dueOn(to, dayOf(ctx.now), holdUntil ?? null),
		...(transition === 'submit' && { submittedAt: ctx.now }),
		...(transition === 'admit' && { feeCents: network.feeCents ?? 0 }),
		...(isDecision && { decidedBy: ctx.actor?.id ?? null, decidedAt: ctx.now }),
		stateSince: ctx.now,
		updatedAt: ctx.now
	};
}

/**
 * Takes one transition of a locked application: asks the guards, writes who, when and why, moves the membership along, tells those who wait for it, and
 * goes on with what follows by itself (after an admission the fee). In the caller's transaction; policy has been asked before.
 */
export async function takeTransition(ctx: Ctx, found: Loaded, wanted: Wanted): Promise<ApplicationState> {
	const { application } = found;
	const { transition, side, reason } = wanted;
	const not = whyNotTransition(transition, side, await factsOf(ctx, found, wanted));
	if (not) throw refused(not.code, not.message, not.field);
	const to = targetOf(transition, application.heldFrom);
	const changes = changesOf(ctx, found, { ...wanted, to });
	await ctx.db.update(applications).set(changes).where(eq(applications.id, application.id));
	await followWithMembership(ctx, found, wanted);
	const change = { id: newId(), applicationId: application.id, transition, from: application.state, to, at: ctx.now, dueOn: changes.dueOn };
	const why = follows.has(transition) ? null : reason?.trim() || null;
	await ctx.db.insert(applicationChanges).values({ ...change, side, byPersonId: ctx.actor?.id ?? null, reason: why });
	const data = { network: application.networkId, organisation: application.organisationId, transition, to };
	await recordEvent(ctx, 'application.moved', { subjectId: application.id, reason, data });
	if (to === 'admitted') {
		const next = changes.feeCents ? 'ask_fee' : 'waive_fee';
		return takeTransition(ctx, await loadApplication(ctx, application.id), { transition: next, side: 'itself', reason });
	}
	await tellOfChange(ctx, { ...found, application: { ...application, ...changes } }, { changeId: change.id, to, reason });
	return to;
}
