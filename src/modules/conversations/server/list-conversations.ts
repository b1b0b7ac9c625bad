import { sql } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { nameOf, namesText, type ConversationState } from '../conversation.ts';

export type ListedConversation = {
	id: string;
	title: string;
	about: string;
	names: string;
	isUnread: boolean;
	isMuted: boolean;
	/** A first contact that waits: for whoever asks, or for the other side. */
	waitsFor: 'me' | 'other' | null;
	isEnded: boolean;
	last: { by: string; isMine: boolean; text: string } | null;
	lastAt: Date;
};
export type Listed = { items: ListedConversation[]; total: number; page: number; pages: number };
/** `aside`: first contacts that were put away. */
export type Wanted = { q?: string; page?: number; shelf?: 'current' | 'aside' };

const perPage = 20;

type Row = {
	id: string;
	title: string;
	subject_type: string | null;
	state: ConversationState;
	asked_by_me: boolean;
	is_unread: boolean;
	is_muted: boolean;
	last_at: string | Date;
	names: string[] | null;
	author: string | null;
	author_id: string | null;
	text: string | null;
	is_hidden: boolean | null;
	total: number;
};

const isReading = sql`m.left_at is null`;
/** Between two, one of whom blocked the other: it is gone from the blocker's list. */
const isBlocked = sql`c.subject_type is null and exists (select from conversation_members o
	join conversation_blocks b on b.person_id = m.person_id and b.blocked_id = o.person_id where o.conversation_id = c.id)`;
const isAside = sql`c.state = 'set_aside' and c.asked_by is distinct from m.person_id`;
const readable = sql`w.hidden_at is null and not exists (select from conversation_blocks b
	where b.person_id = m.person_id and b.blocked_id = w.author_id and b.at <= w.at)`;

/** What somebody types finds title, names and words of their own conversations. */
function matching(q: string | undefined) {
	if (!q?.trim()) return sql`true`;
	const like = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
	return sql`(c.title ilike ${like}
		or exists (select from conversation_members o join people p on p.id = o.person_id
			where o.conversation_id = c.id and o.person_id <> m.person_id and coalesce(o.alias, p.name) ilike ${like})
		or exists (select from conversation_messages w where w.conversation_id = c.id and w.text ilike ${like} and ${readable}))`;
}

function toListed(row: Row, me: string): ListedConversation {
	const names = namesText((row.names ?? []).map((name) => nameOf(name)));
	const isDirect = row.subject_type === null;
	const waits = row.state === 'asked' || row.state === 'set_aside';
	const text = row.is_hidden ? 'entfernt' : (row.text ?? '').replace(/\s+/g, ' ').slice(0, 160);
	return {
		...{ id: row.id, names, isUnread: row.is_unread, isMuted: row.is_muted, isEnded: row.state === 'ended', lastAt: new Date(row.last_at) },
		title: isDirect ? names : row.title || names,
		about: isDirect ? row.title : names,
		waitsFor: waits ? (row.asked_by_me ? 'other' : 'me') : null,
		last: row.text === null ? null : { by: nameOf(row.author), isMine: row.author_id === me, text }
	};
}

/** The conversations of whoever asks, what is new first. Throws 401. */
export async function listConversations(ctx: Ctx, { q, page = 1, shelf = 'current' }: Wanted = {}): Promise<Listed> {
	if (!ctx.actor) throw unauthenticated();
	const me = ctx.actor.id;
	const at = Math.min(Math.max(Math.trunc(page) || 1, 1), 1000);
	const { rows } = await ctx.db.execute<Row>(sql`
		with found as (
			select c.id, c.title, c.subject_type, c.state, c.asked_by is not distinct from m.person_id as asked_by_me, c.last_at, m.person_id,
				m.unread_from is not null as is_unread, m.muted_at is not null as is_muted, count(*) over ()::int as total
			from conversation_members m join conversations c on c.id = m.conversation_id
			where m.person_id = ${me} and ${isReading} and not (${isBlocked}) and ${shelf === 'aside' ? isAside : sql`not (${isAside})`} and ${matching(q)}
			order by (m.unread_from is not null) desc, c.last_at desc, c.id
			limit ${perPage} offset ${(at - 1) * perPage}
		)
		select m.*, others.names, last.author, last.author_id, last.text, last.is_hidden from found m
			left join lateral (select array_agg(coalesce(o.alias, p.name) order by p.name, p.id) as names from conversation_members o
				join people p on p.id = o.person_id where o.conversation_id = m.id and o.person_id <> m.person_id and o.left_at is null) others on true
			left join lateral (select p.name as author, w.author_id, w.text, w.hidden_at is not null as is_hidden from conversation_messages w
				left join people p on p.id = w.author_id
				where w.conversation_id = m.id and (w.hidden_at is not null or ${readable}) order by w.number desc limit 1) last on true
		order by m.is_unread desc, m.last_at desc, m.id`);
	const total = rows[0]?.total ?? 0;
	return { items: rows.map((row) => toListed(row, me)), total, page: at, pages: Math.ceil(total / perPage) };
}
