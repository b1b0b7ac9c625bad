import type { Ctx } from '#modules/people/actor.ts';
import { withdrawNotices } from '#modules/people/server/withdraw-notices.ts';
import type { MemberRow } from './own-conversation.ts';

export const noticeKind = 'conversation';
/** One notice for each time that something new began to wait for somebody. */
export const noticeSubject = ({ conversationId, personId }: Pick<MemberRow, 'conversationId' | 'personId'>, unreadFrom: number): string =>
	`${conversationId}:${personId}:${unreadFrom}`;

/** What somebody has read needs no mail any more. */
export async function settleUnread(ctx: Pick<Ctx, 'db' | 'now'>, me: MemberRow): Promise<void> {
	if (me.unreadFrom !== null) await withdrawNotices(ctx, { kind: noticeKind, subjectId: noticeSubject(me, me.unreadFrom) });
}
