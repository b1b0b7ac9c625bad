import { and, eq, gt, isNull, lte, ne, or } from 'drizzle-orm';
import { organisations, seats } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices, type NewNotice } from '#modules/people/server/add-notice.ts';

/** Tells everybody who edits for a municipality right now, but not whoever did it. In the transaction of the command. */
export async function tellTown(
	ctx: Ctx,
	{ ags, ...notice }: Pick<NewNotice, 'kind' | 'subjectId' | 'data'> & { ags: string }
): Promise<void> {
	const isOpen = and(lte(seats.startsAt, ctx.now), or(isNull(seats.endsAt), gt(seats.endsAt, ctx.now)));
	const editors = await ctx.db
		.selectDistinct({ personId: seats.personId })
		.from(seats)
		.innerJoin(organisations, eq(organisations.id, seats.organisationId))
		.where(and(eq(organisations.ags, ags), ne(seats.rights, 'read'), isOpen));
	const told = editors.filter(({ personId }) => personId !== ctx.actor?.id);
	await addNotices(
		ctx,
		told.map(({ personId }) => ({ ...notice, topic: 'case' as const, personId }))
	);
}
