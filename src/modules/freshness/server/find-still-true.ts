import { sql } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import type { AskedAs, EntryKind, FreshAnswer } from '../freshness.ts';

/** A question as the page of a link shows it. `slug`: where the entry is public. */
export type ShownAsk = {
	id: string;
	kind: EntryKind;
	askedAs: AskedAs;
	/** Whether who holds the link can still say that they want to be left alone. */
	canStop: boolean;
	title: string;
	place: string;
	slug: string | null;
	editHref: string;
	lastConfirmedAt: Date | null;
	answer: FreshAnswer | null;
	words: string | null;
	answeredAt: Date | null;
	isDecided: boolean;
};
type Raw = Omit<ShownAsk, 'lastConfirmedAt' | 'answeredAt' | 'editHref'> & {
	entryId: string;
	lastConfirmedAt: string | null;
	answeredAt: string | null;
};

const moment = (text: string | null) => (text ? new Date(text) : null);

/** What the link of a mail asks. Looking changes nothing: mail scanners look at every link. Whoever reported a house sees it only while everybody does. Throws 410 for a link that is changed or too old, 404 when nothing of it is left. */
export async function findStillTrue(ctx: Ctx, link: string): Promise<ShownAsk[]> {
	const { subject = '' } = await verifyLink(ctx, { purpose: 'still-true', token: link });
	const { rows } = await ctx.db.execute<Raw>(sql`
		select k.id, k.kind, k.asked_as as "askedAs", k.entry_id as "entryId", coalesce(p.title, r.title) as title, coalesce(m.name_short, '') as place, coalesce(s.slug, r.slug) as slug,
			coalesce(p.last_confirmed_at, r.last_confirmed_at) as "lastConfirmedAt", k.answer, k.words, k.answered_at as "answeredAt", k.decided_at is not null as "isDecided",
			exists (select 1 from owners w where w.id = k.owner_id and w.do_not_contact_at is null)
				or exists (select 1 from reports w where w.id = k.report_id and w.ask_later_at is not null) as "canStop"
		from freshness_asks k
		left join properties p on k.kind = 'property' and p.id = k.entry_id left join municipalities m on m.ags = p.ags left join spaces s on s.id = p.id
		left join space_requests r on k.kind = 'request' and r.id = k.entry_id
		where k.subject = ${subject} and coalesce(p.id, r.id) is not null and (k.asked_as <> 'reporter' or s.id is not null)
		order by coalesce(p.last_confirmed_at, r.last_confirmed_at) nulls first, k.id limit 200`);
	if (!rows.length) throw notFound('Diese Einträge gibt es nicht mehr. Zu beantworten ist nichts.');
	return rows.map(({ entryId, ...row }) => ({
		...row,
		editHref: row.kind === 'property' ? `/buero/raeume/${entryId}` : `/konto/gesuche/${entryId}`,
		lastConfirmedAt: moment(row.lastConfirmedAt),
		answeredAt: moment(row.answeredAt)
	}));
}
