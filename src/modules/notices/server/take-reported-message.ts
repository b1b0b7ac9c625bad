import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { reportReasons, type ReportReason } from '#modules/conversations/report.ts';
import { conversationReports } from '#modules/conversations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { RecordedEvent } from '#modules/people/server/record-event.ts';
import { people } from '#modules/people/server/tables.ts';
import { categoryTexts, mustInform, type Category } from '../matter.ts';
import type { FoundContent } from './internal/contents.ts';
import { matterOf } from './internal/matter-of.ts';
import { receiptOf, tellDesk, tellNotifier } from './internal/tell.ts';
import { contentNotices } from './tables.ts';

const categoryOf: Record<ReportReason, Category> = {
	...{ insult: 'insult', threat: 'danger', hate: 'insult', fraud: 'deceit', spam: 'rules', illegal: 'unlawful', other: 'rules' }
};

type Report = typeof conversationReports.$inferSelect;

/** What the member showed: the words as they stood, and nothing else of the conversation. */
function contentOf({ messageId, copy }: Report): FoundContent {
	const meant = copy.at(-1);
	const texts = copy.map(({ by, text, files }) => ({ label: by, text: [text, ...files.map((name) => `Datei: ${name}`)].join('\n') }));
	return {
		...{ kind: 'message', id: messageId, href: '', authorId: meant?.authorId ?? null, organisationId: null, isDemo: false },
		frozen: { title: `Nachricht von ${meant?.by ?? 'jemand'}`, texts, pictures: [] }
	};
}

/** A reaction: a message that a member reported becomes a matter of the desk like every other content. Once per report, however often it runs. */
export async function takeReportedMessage(ctx: Ctx, { data }: RecordedEvent): Promise<void> {
	const reportId = String(data.reportId);
	const [report] = isUuid(reportId) ? await ctx.db.select().from(conversationReports).where(eq(conversationReports.id, reportId)) : [];
	if (!report) return;
	const [by] = report.reporterId
		? await ctx.db.select({ name: people.name, email: people.email }).from(people).where(eq(people.id, report.reporterId))
		: [];
	const [found, category] = [contentOf(report), categoryOf[report.reason]];
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		if (await db.$count(contentNotices, eq(contentNotices.id, reportId))) return;
		const { matter, isNew } = await matterOf(inside, found, category);
		await db.insert(contentNotices).values({
			...{ id: reportId, matterId: matter.id, category, spot: found.frozen.title, createdAt: ctx.now },
			...{ why: [reportReasons[report.reason], report.words].filter(Boolean).join(': ') },
			...{ name: by?.name ?? null, email: by?.email ?? null, personId: report.reporterId }
		});
		await tellNotifier(inside, { id: reportId, email: by?.email ?? null }, receiptOf(found));
		if (isNew || mustInform(category))
			await tellDesk(inside, matter.id, {
				title: `Gemeldete Nachricht: ${categoryTexts[category]}`,
				paragraphs: ['Ein Mitglied hat eine Nachricht gemeldet. Zu lesen ist nur, was gemeldet wurde, und jedes Lesen steht im Protokoll.']
			});
	});
}
