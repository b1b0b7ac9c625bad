import type { BriefItem } from '../../mail.ts';
import type { NoticeData } from '../add-notice.ts';
import type { notices } from '../post-tables.ts';

export type NoticeRow = typeof notices.$inferSelect;

/** A notice as mails show it. `standsInFor` is the name of the person who is away. */
export function briefItem(row: NoticeRow, standsInFor?: string): BriefItem {
	const { id, minutes, ask, dueAt, senderName, remindedAt } = row;
	const { title, text, href, inMail } = row.data as NoticeData;
	const item = { id, title, text, href, minutes, ask, sender: senderName, dueAt: dueAt?.toISOString() ?? null };
	return { ...item, isReminder: remindedAt !== null, ...(standsInFor !== undefined && { standsInFor }), ...(inMail && { inMail }) };
}
