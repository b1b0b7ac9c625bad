import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { seats } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import type { RecordedEvent } from '#modules/people/server/record-event.ts';
import { places, tandems } from './tables.ts';

const texts: Record<string, string> = {
	propose: 'schlägt Euch ein Tandem vor. Ihr könnt zusagen oder absagen.',
	agree: 'hat dem Tandem zugesagt. Ihr seht jetzt, wen Ihr anrufen könnt.',
	decline: 'hat abgesagt. Andere Orte freuen sich vielleicht.',
	withdraw: 'hat den Vorschlag zurückgezogen.',
	end: 'hat das Tandem beendet.'
};

/** The reaction to a step of a tandem: the other group finds it in the account and in the weekly brief. */
export async function tellTandem(ctx: Pick<Ctx, 'db' | 'now'>, event: RecordedEvent): Promise<void> {
	const { step, tell } = event.data as { step?: string; tell?: string };
	const [tandem] = await ctx.db.select().from(tandems).where(eq(tandems.id, event.subjectId));
	if (!tandem || !tell || !step || !texts[step]) return;
	const [told] = await ctx.db.select().from(places).where(eq(places.id, tell));
	const from = tandem.proposerId === tell ? tandem.askedId : tandem.proposerId;
	const [other] = await ctx.db.select({ name: places.name }).from(places).where(eq(places.id, from));
	if (!told || !other) return;
	const valid = and(lte(seats.startsAt, ctx.now), or(isNull(seats.endsAt), gt(seats.endsAt, ctx.now)));
	const people = await ctx.db
		.selectDistinct({ id: seats.personId })
		.from(seats)
		.where(and(eq(seats.organisationId, told.organisationId), valid));
	const data = {
		title: `${told.name}: Tandem mit ${other.name}`,
		text: `${other.name} ${texts[step]}`,
		href: `/konto/orte/${tell}/austausch`
	};
	for (const { id: personId } of people)
		await addNotice(ctx, { personId, kind: `tandem.${step}`, subjectId: event.id, topic: 'place', data });
}
