import { eq } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { markIn, readReports, severity, type Report } from '../bounce.ts';
import { readBounceMark } from './internal/bounce-mark.ts';
import { noteBounce } from './internal/note-bounce.ts';
import { mails } from './tables.ts';

export type Bounced = { email: string; severity: 'hard' | 'soft' | null; detail: string };

const largest = 2_000_000;

/**
 * Takes a mail that came back, as the mail server hands it on: a report after RFC 3464, known by the mark in the address it came to (`to`, or the headers). For good
 * stops the address, for now counts. Throws 409 for what is no report, and for a mark that is not ours.
 */
export async function takeBounce(ctx: Pick<Ctx, 'db' | 'now'>, { source, to = '' }: { source: Uint8Array; to?: string }): Promise<Bounced> {
	if (source.length > largest) throw refused('bounce-large', 'Diese Mail ist zu groß für einen Zustellbericht.');
	const mail = await PostalMime.parse(source, { attachmentEncoding: 'utf8', forceRfc822Attachments: true });
	const mark = markIn([to, ...mail.headers.filter(({ key }) => recipientHeaders.has(key)).map(({ value }) => value)].join('\n'));
	const id = mark && (await readBounceMark(ctx, mark));
	if (!id) throw refused('bounce-unknown', 'Diese Mail trägt kein Kennzeichen von hier. Es wurde nichts geändert.');
	const [sent] = await ctx.db.select({ email: mails.email }).from(mails).where(eq(mails.id, id));
	if (!sent) throw refused('bounce-old', 'Die Mail, die zurückkam, ist älter als dreißig Tage. Es wurde nichts geändert.');
	const report = worst(readReports(statusOf(mail)));
	if (!report)
		throw refused('bounce-no-report', 'Das ist kein Zustellbericht, vielleicht eine Abwesenheitsnotiz. Es wurde nichts geändert.');
	const found = severity(report);
	const detail = report.detail || `${report.action} ${report.status}`.trim();
	if (found) await noteBounce(ctx, { email: sent.email, isHard: found === 'hard', detail });
	if (found)
		await ctx.db
			.update(mails)
			.set({ problem: detail.slice(0, 500), failedAt: ctx.now })
			.where(eq(mails.id, id));
	return { email: sent.email, severity: found, detail };
}

const recipientHeaders = new Set(['to', 'delivered-to', 'x-original-to', 'envelope-to', 'original-recipient']);

const order = { hard: 2, soft: 1 } as const;
const weight = (report: Report) => order[severity(report) ?? 'soft'] * Number(severity(report) !== null);
const worst = (reports: Report[]): Report | undefined => [...reports].sort((a, b) => weight(b) - weight(a))[0];

function statusOf({ attachments, text = '' }: Email): string {
	const part = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
	if (!part) return /^(Action|Status):/m.test(text) ? text : '';
	return typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content);
}
