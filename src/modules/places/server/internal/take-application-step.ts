import { dayOf } from '#lib/calendar.ts';
import { and, count, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { applicationSteps, appliesOf, whyNotStep, type ApplicationQuestion, type ApplicationStep } from '../../application.ts';
import { assess, type Catalogue } from '../../criteria.ts';
import { juryRounds, juryVotes, placeApplications, placeEvidence, placeSteps } from '../tables.ts';
import type { ApplicationRow } from './application-for.ts';

/** The round of the network whose window is open today. */
export async function openRound(
	ctx: Pick<Ctx, 'db' | 'now'>,
	networkId: string
): Promise<{ id: string; title: string; closesOn: string } | null> {
	const [round] = await ctx.db
		.select({ id: juryRounds.id, title: juryRounds.title, closesOn: juryRounds.closesOn })
		.from(juryRounds)
		.where(and(eq(juryRounds.networkId, networkId), eq(juryRounds.state, 'open')));
	return round && round.closesOn >= dayOf(ctx.now) ? round : null;
}

type Asked = { application: ApplicationRow; catalogue: Catalogue; step: ApplicationStep; reason?: string };

export async function questionOf(ctx: Ctx, { application, catalogue, step, reason }: Asked): Promise<ApplicationQuestion> {
	const { id, state, networkId, answers, attitudeConfirmedAt } = application;
	const files = await ctx.db.selectDistinct({ code: placeEvidence.code }).from(placeEvidence).where(eq(placeEvidence.applicationId, id));
	const [votes] = await ctx.db
		.select({ n: count() })
		.from(juryVotes)
		.where(and(eq(juryVotes.applicationId, id), eq(juryVotes.isRecusal, false)));
	return {
		...{ state, step, reason, answers, attitudeConfirmed: attitudeConfirmedAt !== null, votes: votes?.n ?? 0 },
		isWindowOpen: (await openRound(ctx, networkId)) !== null,
		evidenced: new Set(files.map(({ code }) => code)),
		assessment: assess(catalogue, appliesOf(answers))
	};
}

const answered: readonly ApplicationStep[] = ['return', 'award', 'defer', 'send_back'];

/** Asks the guards and writes the step with who, when and why, in the caller's transaction with the row locked. Policy has been asked before. */
export async function takeApplicationStep(ctx: Ctx, asked: Asked): Promise<void> {
	const { application, step, reason } = asked;
	const not = whyNotStep(await questionOf(ctx, asked));
	if (not) throw refused(not.code, not.message, not.field);
	const { to } = applicationSteps[step];
	const round = step === 'submit' ? await openRound(ctx, application.networkId) : null;
	await ctx.db
		.update(placeApplications)
		.set({
			state: to,
			...(round && { roundId: round.id, submittedAt: ctx.now }),
			...(answered.includes(step) && { answer: reason?.trim() ?? null }),
			...((to === 'awarded' || to === 'not_yet') && { decidedAt: ctx.now }),
			updatedAt: ctx.now
		})
		.where(eq(placeApplications.id, application.id));
	const { id, placeId, state } = application;
	const written = { id: newId(), placeId, machine: 'application', subjectId: id, step, from: state, to } as const;
	await ctx.db.insert(placeSteps).values({ ...written, reason: reason?.trim() || null, at: ctx.now, byPersonId: ctx.actor?.id ?? null });
	await recordEvent(ctx, 'application.stepped', { subjectId: id, reason, data: { place: placeId, step, to } });
}
