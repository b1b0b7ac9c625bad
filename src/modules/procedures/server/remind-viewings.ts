import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { dayAfter, dayOf } from '#lib/calendar.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices } from '#modules/people/server/add-notice.ts';
import { procedureGuests, procedurePages, procedureViewings } from './publication-tables.ts';

/** The day before, whoever comes to see a house is reminded once. */
export async function remindViewings(ctx: Ctx): Promise<void> {
	const tomorrow = dayAfter(dayOf(ctx.now), 1);
	const isTomorrow = sql`(${procedureViewings.startsAt} at time zone 'Europe/Berlin')::date = ${tomorrow}::date`;
	const due = and(
		eq(procedureViewings.state, 'planned'),
		isNull(procedureViewings.remindedAt),
		gt(procedureViewings.startsAt, ctx.now),
		isTomorrow
	);
	await ctx.db.transaction(async (db) => {
		const guests = await db
			.select({ personId: procedureGuests.personId, viewing: procedureViewings, title: procedurePages.title, slug: procedurePages.slug })
			.from(procedureViewings)
			.innerJoin(procedurePages, eq(procedurePages.procedureId, procedureViewings.procedureId))
			.innerJoin(procedureGuests, and(eq(procedureGuests.viewingId, procedureViewings.id), eq(procedureGuests.state, 'coming')))
			.where(due)
			.for('update', { of: procedureViewings, skipLocked: true });
		const about = { kind: 'procedure-viewing-reminder', topic: 'cancellation' } as const;
		await addNotices(
			{ ...ctx, db },
			guests.map(({ personId, viewing: { id, sequence, startsAt, place, guestNote }, title, slug }) => {
				const text = [`${momentText(startsAt)}, ${place}.`, guestNote, 'Wenn es nicht passt, meldet Euch bitte ab.']
					.filter(Boolean)
					.join(' ');
				const data = { title: `Morgen: Besichtigung, ${title}`, text, href: `/verfahren/${slug}#termine` };
				return { ...about, personId, subjectId: `${id}:${sequence}`, data };
			})
		);
		await db.update(procedureViewings).set({ remindedAt: ctx.now }).where(due);
	});
}
