import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { isOpenState, isTold, stepNames, type ReportState } from '../report.ts';
import { findTwins } from './internal/find-twins.ts';
import { ownReport, type ReportKey } from './internal/load-report.ts';
import { reportHistory } from './tables.ts';

/** What whoever reported reads of their own report: what they sent, how it stands, and what was said to them. */
export type OwnReport = {
	state: ReportState;
	town: string;
	townSlug: string;
	sentAt: Date | null;
	text: string | null;
	hasPhoto: boolean;
	hasEmail: boolean;
	isOpen: boolean;
	/** Somebody reported this spot before; nothing more is said. */
	isKnownSpot: boolean;
	steps: { at: Date; what: string; words: string | null; mine: boolean }[];
};

export async function findOwnReport(ctx: Ctx, key: ReportKey): Promise<OwnReport> {
	const { report, town } = await ownReport(ctx, key);
	const history = await ctx.db
		.select({ step: reportHistory.step, reason: reportHistory.reason, at: reportHistory.at })
		.from(reportHistory)
		.where(eq(reportHistory.reportId, report.id))
		.orderBy(asc(reportHistory.at), asc(reportHistory.id));
	const isOpen = isOpenState(report.state);
	const before = isOpen ? (await findTwins(ctx, report)).filter(({ sentAt }) => sentAt && report.sentAt && sentAt < report.sentAt) : [];
	const mine = ['submit', 'reply', 'add', 'withdraw'];
	return {
		...{ state: report.state, town: town?.name ?? '', townSlug: town?.slug ?? '', sentAt: report.sentAt, text: report.text },
		...{ hasPhoto: report.photo !== null, hasEmail: report.reporterEmail !== null, isOpen, isKnownSpot: before.length > 0 },
		steps: history
			.filter(({ step }) => step !== 'spam')
			.map(({ step, reason, at }) => ({ at, what: stepNames[step], words: isTold(step) ? reason : null, mine: mine.includes(step) }))
	};
}
