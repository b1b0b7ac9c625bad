import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { addMail } from './add-mail.ts';
import type { NoticeData } from './add-notice.ts';
import { isAway } from './internal/readers.ts';
import { notices } from './post-tables.ts';
import { people } from './tables.ts';

const oldestDays = 9;

/**
 * The one mail of the day per person, with what is new under the topics they want daily. Whatever was put into a mail is marked in the same transaction, so nothing
 * comes twice. Whoever is away gets none. Returns how many mails were put into the post.
 */
export async function sendDailyNotes(ctx: Pick<Ctx, 'db' | 'now'>): Promise<number> {
	const waiting = await ctx.db
		.selectDistinct({ id: notices.personId })
		.from(notices)
		.where(and(isFresh(ctx.now), sql`not ${isAway(sql`${notices.personId}`, ctx.now)}`))
		.orderBy(notices.personId);
	let sent = 0;
	for (const { id } of waiting) if (await sendNote(ctx, id)) sent++;
	return sent;
}

const isFresh = (now: Date) =>
	and(
		eq(notices.channel, 'daily'),
		isNull(notices.mailedAt),
		isNull(notices.withdrawnAt),
		gt(notices.createdAt, new Date(now.getTime() - oldestDays * 86_400_000))
	);

async function sendNote(ctx: Pick<Ctx, 'db' | 'now'>, personId: string): Promise<boolean> {
	return ctx.db.transaction(async (db) => {
		const fresh = await db
			.update(notices)
			.set({ mailedAt: ctx.now })
			.where(and(eq(notices.personId, personId), isFresh(ctx.now)))
			.returning({ id: notices.id, data: notices.data });
		const [person] = await db.select({ name: people.name, email: people.email }).from(people).where(eq(people.id, personId));
		if (!fresh.length || !person) return false;
		const items = fresh.sort((a, b) => a.id.localeCompare(b.id)).map(({ data }) => data as NoticeData);
		await addMail({ ...ctx, db }, { to: person.email, template: 'daily-note', data: { personId, name: person.name, items } });
		return true;
	});
}
