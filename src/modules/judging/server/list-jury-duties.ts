import { and, desc, eq, inArray } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { hasSecondFactor } from '#modules/people/server/has-second-factor.ts';
import type { State } from '#modules/procedures/procedure.ts';
import { isMember } from '#modules/procedures/server/is-member.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import { stepsOfAll } from '../conflict.ts';
import { undeclaredIn } from '../panel.ts';
import { stepNow } from '../steps.ts';
import { tasksOf } from '../turn.ts';
import { loadPanel } from './internal/load-panel.ts';

const alive: readonly State[] = ['open', 'closed', 'precheck', 'scoring', 'deliberation', 'recommended'];

export type JuryDuty = {
	id: string;
	title: string;
	state: State;
	/** What waits, as counts: never what it is about. */
	toDeclare: number;
	toScore: number;
	scored: number;
	isWithdrawn: boolean;
	dates: { precheckUntil: string | null; juryOn: string | null };
	deadline: Date | null;
};

/** Procedures in whose jury whoever asks sits, themselves or as a deputy, with what is to be done. Throws 401. */
export async function listJuryDuties(ctx: Ctx): Promise<{ duties: JuryDuty[]; hasFactor: boolean }> {
	const { db, actor } = ctx;
	if (!actor) throw unauthenticated();
	const rows = await db
		.selectDistinct({
			id: procedures.id,
			title: procedures.title,
			state: procedures.state,
			deadline: procedures.deadline,
			updatedAt: procedures.updatedAt
		})
		.from(procedureMembers)
		.innerJoin(procedures, eq(procedures.id, procedureMembers.procedureId))
		.where(and(isMember(ctx), inArray(procedureMembers.role, ['juror', 'deputy', 'adviser']), inArray(procedures.state, [...alive])))
		.orderBy(desc(procedures.updatedAt))
		.limit(30);
	const duties: JuryDuty[] = [];
	for (const { id, title, state, deadline } of rows) {
		const panel = await loadPanel(ctx, id);
		const step = stepNow(state, stepsOfAll(panel.mine));
		const tasks = state === 'scoring' ? tasksOf(panel, () => '') : [];
		const { precheck_until: precheckUntil = null, jury_on: juryOn = null } = panel.frozen.timeline;
		duties.push({
			...{ id, title, state, deadline, dates: { precheckUntil, juryOn } },
			toDeclare: step ? undeclaredIn(panel, step).length : 0,
			toScore: tasks.filter((task) => task.state === 'todo' || task.state === 'begun').length,
			scored: tasks.filter((task) => task.state === 'done').length,
			isWithdrawn: panel.mine.every(({ memberId }) => panel.seating.withdrawals.some((gone) => gone.memberId === memberId))
		});
	}
	return { duties, hasFactor: await hasSecondFactor(ctx) };
}
