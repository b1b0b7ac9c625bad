import { and, eq, isNull } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Side } from '../../conversation.ts';
import { conversationMembers, conversations } from '../tables.ts';

export type ConversationRow = typeof conversations.$inferSelect;
export type MemberRow = typeof conversationMembers.$inferSelect;
export type OwnConversation = { row: ConversationRow; me: MemberRow };

export const isDirect = ({ subjectType }: Pick<ConversationRow, 'subjectType'>): boolean => subjectType === null;

export function sideOf({ askedBy, subjectType, state }: ConversationRow, personId: string): Side {
	if (subjectType !== null || state === 'open' || state === 'ended') return 'either';
	return askedBy === personId ? 'asker' : 'asked';
}

/** A conversation for a member who has not left it, or null. `lock` holds it until the transaction ends. */
export async function loadOwn(
	ctx: Pick<Ctx, 'db'>,
	{ id, personId, lock = false }: { id: string; personId: string; lock?: boolean }
): Promise<OwnConversation | null> {
	if (!isUuid(id)) return null;
	const query = ctx.db
		.select({ row: conversations, me: conversationMembers })
		.from(conversations)
		.innerJoin(conversationMembers, eq(conversationMembers.conversationId, conversations.id))
		.where(and(eq(conversations.id, id), eq(conversationMembers.personId, personId), isNull(conversationMembers.leftAt)));
	const [found] = await (lock ? query.for('update', { of: conversations }) : query);
	return found ?? null;
}

/** The same for whoever asks. Throws 401, and 404 for everybody who is no member. */
export async function ownConversation(ctx: Ctx, id: string, { lock = false } = {}): Promise<OwnConversation> {
	if (!ctx.actor) throw unauthenticated();
	const found = await loadOwn(ctx, { id, personId: ctx.actor.id, lock });
	if (!found) throw notFound('Dieses Gespräch gibt es nicht, oder Sie sind nicht mehr dabei.');
	return found;
}
