import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { isDirect, loadOwn, type OwnConversation } from './own-conversation.ts';
import { othersOf, type Other } from './others-of.ts';

export type ByLink = OwnConversation & { others: Other[]; from: number };

const gone = () =>
	new Refusal(410, 'conversation-closed', {
		message: 'Dieser Link gilt nicht mehr: Das Gespräch ist zu Ende, oder Sie haben es verlassen. Im Konto steht, was noch da ist.'
	});

/** Whose link this is and what it opens. It dies when its person has left, or has blocked the other. Throws 410. */
export async function conversationByLink(ctx: Pick<Ctx, 'db' | 'now'>, link: string): Promise<ByLink> {
	const { conversation = '', person = '', from = '1' } = await verifyLink(ctx, { purpose: 'answer-conversation', token: link });
	const own = await loadOwn(ctx, { id: conversation, personId: person });
	if (!own || own.row.state === 'ended') throw gone();
	const others = await othersOf(ctx, { conversationId: conversation, personId: person });
	if (isDirect(own.row) && (!others.length || others.some(({ blocked_at }) => blocked_at !== null))) throw gone();
	return { ...own, others, from: Number(from) || 1 };
}
