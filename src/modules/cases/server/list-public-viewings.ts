import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { GuestState } from '#lib/guests.ts';
import type { ViewingState } from '../viewing.ts';
import { caseParties, cases, viewingGuests, viewings } from './case-tables.ts';
import { caseAsParty } from './internal/case-for.ts';

/** What everybody may see of a viewing that its office made public; nothing else of the case. */
export type PublicViewing = {
	id: string;
	title: string;
	startsAt: Date;
	endsAt: Date;
	place: string;
	note: string;
	state: ViewingState;
	cancelReason: string | null;
	capacity: number | null;
	taken: number;
	organisation: string;
};

const taken = sql<number>`(select coalesce(sum(g.people), 0)::int from case_viewing_guests g where g.viewing_id = ${viewings.id} and g.state = 'coming')`;

const seen = (ctx: Pick<Ctx, 'db'>, where: SQL | undefined): Promise<PublicViewing[]> =>
	ctx.db
		.select({
			...{ id: viewings.id, title: viewings.title, startsAt: viewings.startsAt, endsAt: viewings.endsAt, place: viewings.place },
			...{ note: viewings.note, state: viewings.state, cancelReason: viewings.cancelReason, capacity: viewings.capacity },
			...{ taken, organisation: organisations.name }
		})
		.from(viewings)
		.innerJoin(cases, eq(cases.id, viewings.caseId))
		.innerJoin(organisations, eq(organisations.id, cases.organisationId))
		.where(where)
		.orderBy(asc(viewings.startsAt), asc(viewings.id))
		.limit(100);

/** Public viewings that lie ahead, the nearest first; at most 100. */
export const listPublicViewings = (ctx: Pick<Ctx, 'db' | 'now'>): Promise<PublicViewing[]> =>
	seen(ctx, and(eq(viewings.isPublic, true), eq(viewings.state, 'planned'), gt(viewings.startsAt, ctx.now)));

export type Mine = { state: GuestState; people: number } | null;

/** One that is public, or of a case in which somebody takes part and reads along, with their own answer: planned, over or called off. Throws 404. */
export async function findPublicViewing(ctx: Ctx, id: string): Promise<{ viewing: PublicViewing; mine: Mine }> {
	const [of] = isUuid(id)
		? await ctx.db.select({ caseId: viewings.caseId, isPublic: viewings.isPublic }).from(viewings).where(eq(viewings.id, id))
		: [];
	if (!of || (!of.isPublic && !ctx.actor)) throw notFound('Diesen Termin gibt es nicht, oder er ist nicht öffentlich.');
	if (!of.isPublic) await caseAsParty(ctx, of.caseId);
	const [viewing] = await seen(ctx, eq(viewings.id, id));
	if (!viewing) throw notFound('Diesen Termin gibt es nicht mehr.');
	if (!ctx.actor) return { viewing, mine: null };
	const [mine] = await ctx.db
		.select({ state: viewingGuests.state, people: viewingGuests.people })
		.from(viewingGuests)
		.innerJoin(caseParties, eq(caseParties.id, viewingGuests.partyId))
		.where(and(eq(viewingGuests.viewingId, id), eq(caseParties.personId, ctx.actor.id)));
	return { viewing, mine: mine ?? null };
}
