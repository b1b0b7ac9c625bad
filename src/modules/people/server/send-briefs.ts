import { eq, inArray, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '../actor.ts';
import { briefDefaults, minutesOf, packBrief } from '../brief.ts';
import { addMail } from './add-mail.ts';
import { briefItem } from './internal/brief-item.ts';
import { waitingForBriefs } from './internal/readers.ts';
import { briefs, notices } from './post-tables.ts';
import { people } from './tables.ts';

type Due = { id: string; name: string; email: string; budget: number; slot: Date };
type Job = Pick<Ctx, 'db' | 'now'>;

/** A person hears at most this often. Days; six, so that a new weekday moves the brief and does not double it. */
const apart = 6;

/**
 * The weekly brief of everybody whose moment has come and for whom something waited then. Each is one transaction: the brief, the marks on what is in it, and the
 * mail stand or fall together, and a second worker finds the slot taken. `now` writes them whatever the hour. Returns how many were put into the post.
 */
export async function sendBriefs(ctx: Job, { now = false }: { now?: boolean } = {}): Promise<number> {
	const { rows } = await ctx.db.execute<Omit<Due, 'slot'> & { slot: string }>(
		now ? everybodyWithSomething(ctx.now) : whoseMomentHasCome(ctx.now)
	);
	let sent = 0;
	for (const row of rows) if (await sendBrief(ctx, { ...row, slot: new Date(row.slot) })) sent++;
	return sent;
}

const settings = sql`p.id, p.name, p.email, coalesce(s.minutes, ${briefDefaults.minutes}::int) as budget`;
const source = sql`people p left join mail_settings s on s.person_id = p.id`;

const everybodyWithSomething = (now: Date) => sql`
	select ${settings}, ${now.toISOString()}::timestamptz as slot from ${source}
	where s.brief_ended_at is null and p.id in (select reader_id from (${waitingForBriefs(now)}) w) order by p.id`;

/** Weekday and hour are Germany's, whatever the season. */
function whoseMomentHasCome(now: Date) {
	const local = sql`(${now.toISOString()}::timestamptz at time zone 'Europe/Berlin')`;
	const { weekday, hour } = briefDefaults;
	const wished = sql`date_trunc('week', ${local}) + make_interval(days => coalesce(s.weekday, ${weekday}::int) - 1, hours => coalesce(s.hour, ${hour}::int))`;
	const latest = sql`(case when ${wished} <= ${local} then ${wished} else ${wished} - interval '7 days' end) at time zone 'Europe/Berlin'`;
	return sql`
		with moments as (select ${settings}, ${latest} as slot from ${source} where s.brief_ended_at is null),
			waiting as (${waitingForBriefs(now)})
		select m.* from moments m
		where exists (select 1 from waiting w where w.reader_id = m.id and w.created_at <= m.slot)
			and not exists (select 1 from briefs b where b.person_id = m.id and b.slot > m.slot - make_interval(days => ${apart}::int))
		order by m.id`;
}

async function sendBrief(ctx: Job, { id: personId, name, email, budget, slot }: Due): Promise<boolean> {
	return ctx.db.transaction(async (db) => {
		const id = newId();
		const [taken] = await db
			.insert(briefs)
			.values({ id, personId, slot, minutes: 0, items: 0, createdAt: ctx.now })
			.onConflictDoNothing()
			.returning({ id: briefs.id });
		if (!taken) return false;
		const { packed, waiting } = packBrief(await listFor({ ...ctx, db }, { personId, slot }), { budget, now: ctx.now });
		if (!packed.length) {
			await db.delete(briefs).where(eq(briefs.id, id));
			return false;
		}
		const own = packed.filter((item) => item.personId === personId).map((item) => item.id);
		const others = packed.filter((item) => item.personId !== personId).map((item) => item.id);
		if (own.length) await db.update(notices).set({ mailedAt: ctx.now, briefId: id }).where(inArray(notices.id, own));
		if (others.length) await db.update(notices).set({ deputyMailedAt: ctx.now }).where(inArray(notices.id, others));
		await db
			.update(briefs)
			.set({ minutes: minutesOf(packed), items: packed.length })
			.where(eq(briefs.id, id));
		const items = packed.map((item) => briefItem(item, item.personId === personId ? undefined : item.owner));
		const data = { personId, name, budget, items, waiting: { items: waiting.length, minutes: minutesOf(waiting) } };
		await addMail({ ...ctx, db }, { to: email, template: 'brief', data });
		return true;
	});
}

/** What waits for this reader since the slot or longer, locked, so that an answer of the same moment comes before or after. */
async function listFor(ctx: Job, { personId, slot }: { personId: string; slot: Date }) {
	const ids = sql`select w.id from (${waitingForBriefs(ctx.now)}) w where w.reader_id = ${personId} and w.created_at <= ${slot.toISOString()}::timestamptz`;
	const rows = await ctx.db
		.select({ notice: notices, owner: people.name })
		.from(notices)
		.innerJoin(people, eq(people.id, notices.personId))
		.where(sql`${notices.id} in (${ids})`)
		.for('update', { of: notices });
	return rows.map(({ notice, owner }) => ({ ...notice, owner }));
}
