import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import type { ReportRow } from './load-report.ts';

/** A link of a mail leads to a report as long as the report can be there. */
const linkDays = 730;

/** Writes to whoever reported, where an address was left, in the caller's transaction. The mail leads to their own report and nothing else. */
export async function tellReporter(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ id, reporterEmail }: Pick<ReportRow, 'id' | 'reporterEmail'>,
	{ title, paragraphs }: { title: string; paragraphs: string[] }
): Promise<void> {
	if (!reporterEmail) return;
	await addMail(ctx, {
		to: reporterEmail,
		template: 'letter',
		data: {
			title,
			paragraphs,
			button: {
				text: 'Meldung ansehen',
				href: '/meldung/per-mail',
				sign: { purpose: 'follow-report', data: { report: id }, days: linkDays }
			},
			why: 'Sie bekommen diese Mail, weil diese Adresse bei einer Meldung eingetragen wurde. Auf der Seite der Meldung können Sie die Adresse löschen; dann kommt keine mehr.'
		}
	});
}
