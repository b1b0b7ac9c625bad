import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { countAskedMinutes, countMinutesByPerson, type AskedWeek } from '#modules/people/server/count-asked.ts';
import { inquiryState, type InquiryState } from '../inquiry.ts';
import { mayRunNetwork } from '../policy.ts';
import { withOrganisations } from './find-inquiry.ts';
import { inquiryKind } from './internal/inquiry-for.ts';
import { networkFor } from './internal/network-for.ts';

export type InquiryLine = {
	id: string;
	title: string;
	minutes: number;
	dueAt: Date;
	sentAt: Date | null;
	state: InquiryState;
	asked: number;
	answered: number;
};
export type InquiryOverview = {
	items: InquiryLine[];
	/** What the network took of its people's time: by week, and of each in the last seven days. */
	weeks: AskedWeek[];
	people: { personId: string; name: string; organisation: string; minutes: number }[];
	/** Whom one may ask alone. */
	organisations: Record<string, string>;
};

type Row = {
	id: string;
	title: string;
	minutes: number;
	dueAt: string;
	sentAt: string | null;
	withdrawnAt: string | null;
	asked: number;
	answered: number;
};

/** The questions of a network, the newest first, and how many minutes it asked of whom; for its office. */
export async function listInquiries(ctx: Ctx, slug: string): Promise<InquiryOverview> {
	const { network } = await networkFor(ctx, slug, mayRunNetwork);
	const { rows } = await ctx.db.execute<Row>(sql`
		select q.id, q.title, q.minutes, q.due_at as "dueAt", q.sent_at as "sentAt", q.withdrawn_at as "withdrawnAt", a.asked, a.answered
		from network_inquiries q cross join lateral (
			select count(*)::int as asked, count(n.answered_at)::int as answered from notices n where n.kind = ${inquiryKind} and n.subject_id = q.id::text) a
		where q.network_id = ${network.id} order by q.created_at desc, q.id limit 200`);
	const items = rows.map(({ withdrawnAt, ...row }) => {
		const moments = { dueAt: new Date(row.dueAt), sentAt: row.sentAt ? new Date(row.sentAt) : null };
		return { ...row, ...moments, state: inquiryState({ ...moments, withdrawnAt: withdrawnAt ? new Date(withdrawnAt) : null }, ctx.now) };
	});
	const organisations = await ctx.db.execute<{ id: string; name: string }>(sql`
		select o.id, o.name from memberships m join organisations o on o.id = m.organisation_id
		where m.network_id = ${network.id} and m.state in ('member', 'participant') order by o.name`);
	return {
		items,
		weeks: await countAskedMinutes(ctx, { senderId: network.id, weeks: 8 }),
		people: await withOrganisations(ctx, await countMinutesByPerson(ctx, { senderId: network.id, days: 7 })),
		organisations: Object.fromEntries(organisations.rows.map(({ id, name }) => [id, name]))
	};
}
