import { and, asc, eq, sql, sum } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { movingUp, placeFor, whyNotAnswer, type GuestState } from '#lib/guests.ts';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedureGuests, procedureViewings } from '../publication-tables.ts';
import { loadPage } from './page.ts';
import { tellAll } from './tell.ts';

export type ViewingRow = typeof procedureViewings.$inferSelect;
/** How long the office reads who came. */
export const guestDays = 90;
export const forgetAfter = (endsAt: Date): Date => new Date(endsAt.getTime() + guestDays * 86_400_000);

/** A date of this procedure, locked: whoever answers at the same moment waits. Throws 404. */
export async function lockViewing(ctx: Pick<Ctx, 'db'>, procedureId: string, viewingId: string): Promise<ViewingRow> {
	const own = and(eq(procedureViewings.id, viewingId), eq(procedureViewings.procedureId, procedureId));
	const [row] = isUuid(viewingId) ? await ctx.db.select().from(procedureViewings).where(own).for('update') : [];
	if (!row) throw notFound('Diesen Termin gibt es nicht mehr.');
	return row;
}

/** How many places are taken by those who come. */
export async function takenPlaces(ctx: Pick<Ctx, 'db'>, viewingId: string): Promise<number> {
	const [row] = await ctx.db
		.select({ n: sum(procedureGuests.people).mapWith(Number) })
		.from(procedureGuests)
		.where(and(eq(procedureGuests.viewingId, viewingId), eq(procedureGuests.state, 'coming')));
	return row?.n ?? 0;
}

/** Whoever waits and fits now comes, in the order they asked, and hears of it. In the caller's transaction, with the date locked. */
export async function moveUp(ctx: Ctx, { id: viewingId, procedureId, capacity, startsAt }: ViewingRow): Promise<void> {
	const waiting = await ctx.db
		.select()
		.from(procedureGuests)
		.where(and(eq(procedureGuests.viewingId, viewingId), eq(procedureGuests.state, 'waiting')))
		.orderBy(asc(procedureGuests.at), asc(procedureGuests.id));
	const moved = movingUp(waiting, { capacity, taken: await takenPlaces(ctx, viewingId) });
	if (!moved.length) return;
	const ids = moved.map(({ id }) => id);
	await ctx.db.execute(sql`update procedure_guests set state = 'coming' where id = any(${sql.param(ids)}::uuid[])`);
	const page = await loadPage(ctx, procedureId);
	const told = {
		kind: 'procedure-moved-up',
		subjectId: `${viewingId}:${ctx.now.toISOString()}`,
		title: `Ihr seid dabei: ${page?.title ?? ''}`
	};
	const text = `${momentText(startsAt)}. Es ist ein Platz frei geworden. Wenn es nicht passt, meldet Euch bitte ab.`;
	const href = `/verfahren/${page?.slug ?? ''}#termine`;
	await tellAll(
		ctx,
		moved.map(({ personId }) => personId),
		{ ...told, text, href, topic: 'cancellation' }
	);
}

type Answer = { viewing: ViewingRow; personId: string; answer: 'yes' | 'no'; people: number };

/** Writes down whether somebody comes, with a place or in line, and lets others move up. In the caller's transaction, with the date locked. Throws 409, 422. */
export async function takeAnswer(ctx: Ctx, { viewing, personId, answer, people }: Answer): Promise<GuestState> {
	const { id: viewingId, capacity, startsAt, endsAt } = viewing;
	const mine = and(eq(procedureGuests.viewingId, viewingId), eq(procedureGuests.personId, personId));
	const [had] = await ctx.db.select().from(procedureGuests).where(mine);
	const taken = (await takenPlaces(ctx, viewingId)) - (had?.state === 'coming' ? had.people : 0);
	const not = whyNotAnswer({ viewing: viewing.state, startsAt, now: ctx.now, capacity, taken, people });
	if (not) throw refused(not.code, not.message, answer === 'yes' ? not.field : undefined);
	const kept = had && had.state !== 'declined' && had.people === people ? had : null;
	const state = answer === 'no' ? 'declined' : (kept?.state ?? placeFor({ capacity, taken, people }));
	const at = kept && answer === 'yes' ? kept.at : ctx.now;
	const forgetAt = forgetAfter(endsAt);
	await ctx.db
		.insert(procedureGuests)
		.values({ id: newId(), viewingId, personId, people, state, at, forgetAt })
		.onConflictDoUpdate({ target: [procedureGuests.viewingId, procedureGuests.personId], set: { state, people, at, forgetAt } });
	await moveUp(ctx, viewing);
	return state;
}
