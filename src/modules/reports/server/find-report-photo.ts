import { notFound } from '#lib/refusal.ts';
import { copyKey } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { ownReport, reportFor, type ReportKey } from './internal/load-report.ts';

const width = 1280;

/** The keys under which the photo of a report lies, the smaller first; for those who check it, or whoever took it. Throws 404. */
export async function findReportPhoto(ctx: Ctx, key: ReportKey | { id: string }): Promise<string[]> {
	const { report } = 'id' in key ? await reportFor(ctx, key.id) : await ownReport(ctx, key);
	if (!report.photo) throw notFound();
	return [copyKey(report.photo.key, width), report.photo.key];
}
