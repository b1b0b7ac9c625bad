import { and, eq, isNull } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { groupStateAfter, groupSteps, whyNotGroupStep, type GroupFacts, type GroupStep } from '../../group.ts';
import { openLegalSteps } from '../../legal-form.ts';
import type { GroupRow } from './group-for.ts';
import { note, tellMembers, tellPerson } from './tell.ts';
import { groupInvitations, groupKnocks, groups, groupTicks } from '../tables.ts';

/** What the rules look at. */
async function factsOf(ctx: Pick<Ctx, 'db'>, row: GroupRow, reason?: string): Promise<GroupFacts> {
	const { id, state, shownAt, townAt, idea, ags, legalForm } = row;
	const done = legalForm
		? await ctx.db
				.select({ step: groupTicks.step })
				.from(groupTicks)
				.where(and(eq(groupTicks.groupId, id), eq(groupTicks.form, legalForm)))
		: [];
	const openSteps =
		legalForm &&
		openLegalSteps(
			legalForm,
			done.map(({ step }) => step)
		);
	return { state, isShown: shownAt !== null, isBeforeTown: townAt !== null, idea, hasTown: ags !== null, openSteps, reason };
}

/** Throws 409 or 422 with the sentence that stands against a step. */
export async function checkGroupStep(
	ctx: Pick<Ctx, 'db'>,
	row: GroupRow,
	{ step, reason }: { step: GroupStep; reason?: string }
): Promise<void> {
	const not = whyNotGroupStep(step, await factsOf(ctx, row, reason));
	if (not) throw refused(not.code, not.message, not.field);
}

/** Whoever asks to come in, or is asked, hears that there is nothing to come into any more. */
async function closeDoors(ctx: Ctx, { id, name }: GroupRow): Promise<void> {
	await ctx.db
		.update(groupInvitations)
		.set({ withdrawnAt: ctx.now })
		.where(and(eq(groupInvitations.groupId, id), isNull(groupInvitations.withdrawnAt)));
	const waiting = and(eq(groupKnocks.groupId, id), eq(groupKnocks.state, 'open'));
	const declined = await ctx.db
		.update(groupKnocks)
		.set({ state: 'declined', decidedAt: ctx.now, answer: 'Die Gruppe hat sich aufgelöst.' })
		.where(waiting)
		.returning({ personId: groupKnocks.personId });
	for (const { personId } of declined)
		await tellPerson(ctx, personId, {
			title: name,
			text: 'Die Gruppe, bei der Ihr angeklopft habt, hat sich aufgelöst.',
			href: '/gruppen'
		});
}

const movedBy = (ctx: Ctx, step: GroupStep, reason?: string): Partial<GroupRow> => {
	if (step === 'show') return { shownAt: ctx.now };
	if (step === 'hide') return { shownAt: null };
	if (step === 'turn') return { townAt: ctx.now };
	if (step === 'take_back') return { townAt: null };
	return step === 'dissolve' ? { shownAt: null, townAt: null, dissolvedAt: ctx.now, dissolvedWhy: reason } : {};
};

/** Takes a step that the rules allow; the caller has locked the group and asked who may. */
export async function moveGroup(
	ctx: Ctx,
	row: GroupRow,
	{ step, reason }: { step: Exclude<GroupStep, 'establish'>; reason?: string }
): Promise<void> {
	await checkGroupStep(ctx, row, { step, reason });
	if (step === 'show') await checkMayShow(ctx, { kind: 'group', id: row.id });
	const state = groupStateAfter(step, row.state);
	await ctx.db
		.update(groups)
		.set({ state, ...movedBy(ctx, step, reason), updatedAt: ctx.now })
		.where(eq(groups.id, row.id));
	if (step === 'dissolve') await closeDoors(ctx, row);
	await note(ctx, row, { kind: step, reason });
	await tellMembers(ctx, row, {
		title: `${row.name}: ${groupSteps[step].text}`,
		text: reason ?? 'Wer für Euch spricht, hat das eben entschieden.'
	});
}
