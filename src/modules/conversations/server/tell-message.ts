import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { linkDays, nameOf } from '../conversation.ts';
import { noticeKind, noticeSubject } from './internal/settle-unread.ts';

type Waiting = { person_id: string; conversation_id: string; number: number; author: string | null; title: string; is_first: boolean };

/**
 * The job `tell-message`: those for whom this message is the first that they have not read hear of it, the way they chose; whoever has something unread here has
 * heard already. Neither words nor addresses are in it: they stand behind the link.
 */
export async function tellMessage(ctx: Pick<Ctx, 'db' | 'now'>, messageId: string): Promise<void> {
	const { rows } = await ctx.db.execute<Waiting>(sql`
		select m.person_id, m.conversation_id, w.number, p.name as author, c.title, c.state = 'asked' as is_first
		from conversation_messages w join conversations c on c.id = w.conversation_id left join people p on p.id = w.author_id
			join conversation_members m on m.conversation_id = c.id and m.unread_from = w.number and m.muted_at is null and m.left_at is null
		where w.id = ${messageId} and w.hidden_at is null and c.state <> 'set_aside'`);
	for (const { person_id: personId, conversation_id: conversationId, number, author, title, is_first } of rows) {
		const data = { conversation: conversationId, person: personId, from: String(number) };
		await addNotice(ctx, {
			...{ personId, kind: noticeKind, subjectId: noticeSubject({ conversationId, personId }, number), topic: 'conversation' },
			data: {
				title: is_first ? `${nameOf(author)} möchte mit Ihnen sprechen` : `Neues von ${nameOf(author)}`,
				text: `${title ? `Im Gespräch „${title}“. ` : ''}Lesen und antworten geht mit dem Link, auch ohne Anmeldung.`,
				href: `/konto/gespraeche/${conversationId}`,
				inMail: { href: '/gespraech', sign: { purpose: 'answer-conversation', data, days: linkDays } }
			}
		});
	}
}
