import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { nameOf, namesText, shownAtOnce, whyNotSay, whyNotStep, type ConversationState, type TrailKind } from '../conversation.ts';
import { isDirect, ownConversation, sideOf, type OwnConversation } from './internal/own-conversation.ts';
import { othersOf, type Other } from './internal/others-of.ts';
import { shownMessages, type ShownMessage } from './internal/shown-messages.ts';
import { conversationTrail } from './tables.ts';

export type Person = { id: string; name: string; isBlocked: boolean };
export type TrailLine = { id: string; text: TrailKind; name: string; at: Date };
export type ShownConversation = {
	id: string;
	/** Between two: the other's name. */
	title: string;
	about: { title: string; href: string } | null;
	isDirect: boolean;
	state: ConversationState;
	/** Whether a first contact waits for the answer of whoever reads. */
	isAskedOfMe: boolean;
	messages: ShownMessage[];
	trail: TrailLine[];
	others: Person[];
	/** The numbers at which older and newer ones are to be had, where there are some. */
	older: number | null;
	newer: number | null;
	/** Numbers beyond are new to whoever reads. */
	readUntil: number;
	isUnread: boolean;
	isMuted: boolean;
	whyNotSay: string | null;
	may: { setAside: boolean; leave: boolean };
};

const shownAs = ({ name, alias }: Other): string => alias ?? nameOf(name);

async function trailOf(ctx: Ctx, { row }: OwnConversation, messages: ShownMessage[]): Promise<TrailLine[]> {
	const [first, last] = [messages[0], messages.at(-1)];
	const kinds: TrailKind[] = isDirect(row) ? ['left'] : ['joined', 'left', 'removed'];
	const rows = await ctx.db
		.select({ id: conversationTrail.id, kind: conversationTrail.kind, at: conversationTrail.at, name: people.name })
		.from(conversationTrail)
		.leftJoin(people, eq(people.id, conversationTrail.personId))
		.where(
			and(
				eq(conversationTrail.conversationId, row.id),
				inArray(conversationTrail.kind, kinds),
				first && first.number > 1 ? gte(conversationTrail.at, first.at) : undefined,
				last && last.number < row.lastNumber ? lte(conversationTrail.at, last.at) : undefined
			)
		)
		.orderBy(asc(conversationTrail.at), asc(conversationTrail.id))
		.limit(200);
	return rows.map(({ id, kind, at, name }) => ({ id, text: kind, at, name: nameOf(name) }));
}

/** Whoever set a first contact aside lets the other believe that it waits: they see no more of it than before. */
const seenState = ({ row, me }: OwnConversation): ConversationState =>
	row.state === 'set_aside' && row.askedBy === me.personId ? 'asked' : row.state;

/**
 * A conversation for one of its members: the newest messages, or those up to the number `until`. It does not count as read by that (`mark-read.ts`). Throws 401,
 * and 404 for everybody else, whatever office they hold.
 */
export async function findConversation(ctx: Ctx, { id, until }: { id: string; until?: number }): Promise<ShownConversation> {
	const own = await ownConversation(ctx, id);
	const { row, me } = own;
	const others = await othersOf(ctx, { conversationId: id, personId: me.personId });
	const last = Math.min(Math.max(until ?? row.lastNumber, 1), row.lastNumber);
	const messages = await shownMessages(ctx, { conversationId: id, personId: me.personId, until: last, limit: shownAtOnce });
	const first = messages[0]?.number ?? 1;
	const names = namesText(others.map(shownAs));
	const side = sideOf(row, me.personId);
	const hasBlocked = isDirect(row) && others.some(({ blocked_at }) => blocked_at !== null);
	return {
		...{ id, isDirect: isDirect(row), state: seenState(own), messages, trail: await trailOf(ctx, own, messages) },
		title: isDirect(row) ? names : row.title || names,
		about: row.address ? { title: row.title || 'Ansehen', href: row.address } : null,
		isAskedOfMe: side === 'asked' && row.state !== 'open',
		others: others.map((other) => ({ id: other.id, name: shownAs(other), isBlocked: other.blocked_at !== null })),
		older: first > 1 ? first - 1 : null,
		newer: last < row.lastNumber ? Math.min(last + shownAtOnce, row.lastNumber) : null,
		...{ readUntil: me.readUntil, isUnread: me.unreadFrom !== null, isMuted: me.mutedAt !== null },
		whyNotSay: whyNotSay({ state: row.state, side, others: others.length, hasBlocked })?.message ?? null,
		may: {
			setAside: whyNotStep(row.state, 'set_aside', side) === null,
			leave: !isDirect(row) || whyNotStep(row.state, 'leave', side) === null
		}
	};
}
