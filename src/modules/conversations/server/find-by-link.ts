import type { Ctx } from '#modules/people/actor.ts';
import { nameOf, namesText, shownByLink, whyNotSay } from '../conversation.ts';
import { conversationByLink } from './internal/by-link.ts';
import { isDirect, sideOf } from './internal/own-conversation.ts';
import { shownMessages, type ShownMessage } from './internal/shown-messages.ts';

export type LinkedConversation = {
	title: string;
	about: { title: string; href: string } | null;
	isAskedOfMe: boolean;
	/** From the message on that the mail was about. */
	messages: ShownMessage[];
	isMuted: boolean;
	whyNotSay: string | null;
};

/** What the link of a mail shows: the new messages, nothing from before, and files by name only. Reading by it changes nothing. Throws 410. */
export async function findByLink(ctx: Pick<Ctx, 'db' | 'now'>, link: string): Promise<LinkedConversation> {
	const { row, me, others, from } = await conversationByLink(ctx, link);
	const names = namesText(others.map(({ alias, name }) => alias ?? nameOf(name)));
	const side = sideOf(row, me.personId);
	const range = { conversationId: row.id, personId: me.personId, from, until: row.lastNumber, limit: shownByLink };
	return {
		title: isDirect(row) ? names : row.title || names,
		about: row.address ? { title: row.title || 'Ansehen', href: row.address } : null,
		isAskedOfMe: side === 'asked',
		messages: await shownMessages(ctx, range),
		isMuted: me.mutedAt !== null,
		whyNotSay: whyNotSay({ state: row.state, side, others: others.length, hasBlocked: false })?.message ?? null
	};
}
