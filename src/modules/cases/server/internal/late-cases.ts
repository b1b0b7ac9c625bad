import { and, eq, isNull, sql } from 'drizzle-orm';
import type { RouteStep } from '#modules/organisations/contact-route.ts';
import { findContacts } from '#modules/organisations/server/list-contacts.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { cases } from '../case-tables.ts';
import type { CaseRow } from './case-for.ts';
import { chunk } from './in-chunks.ts';
import { addressesOf, nextToAsk } from './next-to-ask.ts';

/** Which contact point had it until now: the first that is there for its topic, as mail to the organisation goes. */
async function askedFor(ctx: Ctx, { organisationId, topic }: CaseRow): Promise<string[]> {
	const { contacts } = await findContacts(ctx, organisationId, { all: true });
	const fitting = contacts.filter(({ email, topics }) => email && (!topics.length || (topic && topics.includes(topic))));
	return fitting.slice(0, 1).flatMap(({ email }) => email ?? []);
}

/** New cases that nobody took on in the promised days: whoever is asked next hears of it, once; an office may work on it from then on. */
export async function lateCases(ctx: Ctx): Promise<number> {
	const late = await ctx.db
		.select()
		.from(cases)
		.where(
			and(
				eq(cases.state, 'new'),
				isNull(cases.escalatedAt),
				sql`${cases.waitingSince} + make_interval(days => ${cases.promisedDays}) < ${ctx.now.toISOString()}::timestamptz`
			)
		)
		.orderBy(cases.waitingSince, cases.id)
		.limit(chunk)
		.for('update', { skipLocked: true });
	for (const row of late) {
		const step: RouteStep = row.holder === 'organisation' ? 'people' : row.holder;
		const { organisationId, promisedDays } = row;
		const next = await nextToAsk(ctx, { organisationId, sentTo: await askedFor(ctx, row), step, promisedDays });
		await ctx.db
			.update(cases)
			.set({
				escalatedAt: ctx.now,
				...(next && { escalatedTo: next.step, escalatedWhy: next.why }),
				...(next?.network && { networkId: next.network.id })
			})
			.where(eq(cases.id, row.id));
		for (const address of next ? await addressesOf(ctx, next) : [])
			await addMail(ctx, {
				to: address,
				template: 'letter',
				data: {
					title: `Wartet darauf, dass ihn jemand annimmt: Fall ${row.number}`,
					paragraphs: [next?.why ?? '', `Es geht um: ${row.title}`],
					button: { text: 'Zum Fall', href: `/buero/faelle/${row.id}` },
					why: `Warum Sie? ${next?.why ?? ''}`
				}
			});
	}
	return late.length;
}
