import { and, eq, isNull, sql } from 'drizzle-orm';
import type { RouteStep } from '#modules/organisations/contact-route.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { NewMail } from '#modules/people/mail.ts';
import { addMails } from '#modules/people/server/add-mail.ts';
import { cases } from '../case-tables.ts';
import type { CaseRow } from './case-for.ts';
import { dueAt, isOver } from './due.ts';
import { chunk } from './in-chunks.ts';
import { addressesOf, doorsOf, nextToAsk, type Known } from './next-to-ask.ts';

/** Which contact point had it until now: the first that is there for its topic, as mail to the organisation goes. */
async function askedFor(ctx: Ctx, { organisationId, topic }: CaseRow, known: Known): Promise<string[]> {
	const { contacts } = await doorsOf(ctx, organisationId, known);
	const fitting = contacts.filter(({ email, topics }) => email && (!topics.length || (topic && topics.includes(topic))));
	return fitting.slice(0, 1).flatMap(({ email }) => email ?? []);
}

const mailTo = (to: string, { id, number, title }: CaseRow, why: string): NewMail => ({
	to,
	template: 'letter',
	data: {
		title: `Wartet darauf, dass ihn jemand annimmt: Fall ${number}`,
		paragraphs: [why, `Es geht um: ${title}`],
		button: { text: 'Zum Fall', href: `/buero/faelle/${id}` },
		why: `Warum Sie? ${why}`
	}
});

/** New cases that nobody took on in the promised days: whoever is asked next hears of it, once; an office may work on it from then on. */
export const lateCases =
	(known: Known) =>
	async (ctx: Ctx): Promise<number> => {
		const late = await ctx.db
			.select()
			.from(cases)
			.where(and(eq(cases.state, 'new'), isNull(cases.escalatedAt), isOver(cases.waitingSince, cases.promisedDays, ctx.now)))
			.orderBy(dueAt(cases.waitingSince, cases.promisedDays), cases.id)
			.limit(chunk)
			.for('update', { skipLocked: true });
		const rows = [];
		const mails: NewMail[] = [];
		for (const row of late) {
			const step: RouteStep = row.holder === 'organisation' ? 'people' : row.holder;
			const { organisationId, promisedDays } = row;
			const next = await nextToAsk(ctx, { organisationId, sentTo: await askedFor(ctx, row, known), step, promisedDays }, known);
			const to = next ? await addressesOf(ctx, next, known) : [];
			rows.push({ id: row.id, step: next?.step ?? null, why: next?.why ?? null, networkId: next?.network?.id ?? null });
			mails.push(...to.map((address) => mailTo(address, row, next?.why ?? '')));
		}
		await ctx.db.execute(sql`
			update cases c set escalated_at = ${ctx.now.toISOString()}, escalated_to = coalesce(r.step, c.escalated_to), escalated_why = coalesce(r.why, c.escalated_why),
				network_id = coalesce(r."networkId", c.network_id)
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, step text, why text, "networkId" uuid) where c.id = r.id`);
		await addMails(ctx, mails);
		return late.length;
	};
