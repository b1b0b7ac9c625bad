import { and, eq, inArray, ne } from 'drizzle-orm';
import { awardPlaces } from '#modules/awards/server/tables.ts';
import { conceptMembers } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices, type NewNotice } from '#modules/people/server/add-notice.ts';

type Settled = { procedureId: string; winner: string; house: string };

/** With the contract nobody moves up any more: whoever did not get the house is offered to seek again. */
export async function tellLosers(ctx: Pick<Ctx, 'db' | 'now'>, { procedureId, winner, house }: Settled): Promise<void> {
	const members = await ctx.db
		.select({ personId: conceptMembers.personId, conceptId: conceptMembers.conceptId })
		.from(awardPlaces)
		.innerJoin(conceptMembers, eq(conceptMembers.conceptId, awardPlaces.conceptId))
		.where(
			and(
				eq(awardPlaces.procedureId, procedureId),
				inArray(awardPlaces.outcome, ['awarded', 'reserve', 'not_awarded']),
				ne(awardPlaces.conceptId, winner)
			)
		);
	const title = `${house} ist vergeben`;
	const text = 'Euer Konzept bleibt gut. Mit einem Klick wird daraus wieder ein Gesuch, das Kommunen mit leeren Häusern finden.';
	const data = { title, text, href: '/konto/anhandgaben' };
	await addNotices(
		ctx,
		members.map(({ personId, conceptId }): NewNotice => ({
			personId,
			kind: 'option-seek-again',
			subjectId: conceptId,
			topic: 'case',
			data
		}))
	);
}
