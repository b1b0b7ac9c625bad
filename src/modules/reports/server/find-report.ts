import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { findNearby, type Nearby } from '#modules/properties/server/find-nearby.ts';
import { mayRegister } from '../policy.ts';
import { isOpenState, stepNames, whyNotStep, type ReportStep } from '../report.ts';
import { findTwins } from './internal/find-twins.ts';
import { reportFor, takenElsewhere, type Checked } from './internal/load-report.ts';
import { reportHistory } from './tables.ts';

const officeSteps = ['take', 'release', 'ask', 'accept', 'join', 'decline', 'spam', 'hand_over'] as const satisfies readonly ReportStep[];

async function historyOf(ctx: Ctx, id: string) {
	const rows = await ctx.db
		.select({
			step: reportHistory.step,
			reason: reportHistory.reason,
			at: reportHistory.at,
			by: people.name,
			checked: reportHistory.checked
		})
		.from(reportHistory)
		.leftJoin(people, eq(people.id, reportHistory.byPersonId))
		.where(eq(reportHistory.reportId, id))
		.orderBy(asc(reportHistory.at), asc(reportHistory.id));
	return rows.map(({ step, by, ...row }) => ({ ...row, what: stepNames[step], by: by ?? 'wer gemeldet hat' }));
}

/** Houses of the municipality's own register that may be the same one. */
const nearbyHouses = async (ctx: Ctx, { report }: Checked): Promise<Nearby[]> =>
	mayRegister(ctx.actor, report) ? findNearby(ctx, { ...report, locationSource: report.locationSource ?? undefined }) : [];

/** A report for whoever checks it: all of it, what it may be the double of, and which steps lead on. Throws 404. */
export async function findReport(ctx: Ctx, id: string) {
	const checked = await reportFor(ctx, id);
	const { report, town, takenBy } = checked;
	const elsewhere = await takenElsewhere(ctx, checked);
	const { tokenHash: _, reporterEmail, photoLat: __, photoLon: ___, ...shown } = report;
	const maySteps = elsewhere ? [] : officeSteps.filter((step) => whyNotStep(report.state, step, '-') === null);
	const isOwn = mayRegister(ctx.actor, report);
	return {
		report: { ...shown, hasEmail: reporterEmail !== null },
		...{ town, takenBy, elsewhere: elsewhere?.message ?? null, isOpen: isOpenState(report.state), mayRegister: isOwn },
		steps: maySteps.filter((step) => isOwn || (step !== 'accept' && step !== 'join')),
		history: await historyOf(ctx, id),
		nearby: isOpenState(report.state) ? await nearbyHouses(ctx, checked) : [],
		twins: await findTwins(ctx, report)
	};
}
export type FoundReport = Awaited<ReturnType<typeof findReport>>;
