import { and, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import { editedMunicipalities, isAdmin, isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import type { ContactPoint } from '../contact.ts';
import type { SeatFunction } from '../seat.ts';
import { listContacts } from './list-contacts.ts';
import { organisations, seats } from './tables.ts';

export type Handover = {
	id: string;
	personId: string;
	person: string;
	email: string;
	function: SeatFunction;
	title: string | null;
	endsAt: Date | null;
	note: string | null;
	doneAt: Date | null;
	organisation: { id: string; name: string };
	ags: string;
};

const columns = {
	id: seats.id,
	personId: seats.personId,
	person: people.name,
	email: people.email,
	function: seats.function,
	title: seats.title,
	endsAt: seats.endsAt,
	note: seats.handoverNote,
	doneAt: seats.handoverDoneAt,
	organisation: { id: organisations.id, name: organisations.name },
	ags: organisations.ags
};

/** Ended seats of one's municipalities whose duties nobody has taken over yet, the latest first. */
export async function listHandovers(ctx: Ctx): Promise<Handover[]> {
	const towns = editedMunicipalities(ctx.actor);
	if (!towns.length && !isAdmin(ctx.actor)) return [];
	const rows = await ctx.db
		.select(columns)
		.from(seats)
		.innerJoin(organisations, eq(organisations.id, seats.organisationId))
		.innerJoin(people, eq(people.id, seats.personId))
		.where(
			and(
				isAdmin(ctx.actor) ? isNotNull(organisations.ags) : inArray(organisations.ags, towns),
				lte(seats.endsAt, ctx.now),
				isNull(seats.handoverDoneAt)
			)
		)
		.orderBy(desc(seats.endsAt))
		.limit(200);
	return rows.flatMap(({ ags, ...row }) => (ags && isEditorOf(ctx.actor, ags) ? [{ ...row, ags }] : []));
}

/** One ended seat of a municipality that one edits for, with the contact points that still name its person. Throws notFound. */
export async function findHandover(ctx: Ctx, id: string): Promise<Handover & { contacts: ContactPoint[] }> {
	if (!isUuid(id)) throw notFound();
	const [row] = await ctx.db
		.select(columns)
		.from(seats)
		.innerJoin(organisations, eq(organisations.id, seats.organisationId))
		.innerJoin(people, eq(people.id, seats.personId))
		.where(and(eq(seats.id, id), lte(seats.endsAt, ctx.now)));
	if (!row?.ags || !isEditorOf(ctx.actor, row.ags)) throw notFound('Diese Übergabe gibt es nicht, oder sie betrifft eine andere Kommune.');
	const contacts = await listContacts(ctx, row.ags);
	const isTheirs = ({ name, email }: ContactPoint) =>
		email?.toLowerCase() === row.email.toLowerCase() || (row.person !== '' && name === row.person);
	return { ...row, ags: row.ags, contacts: contacts.filter(isTheirs) };
}
