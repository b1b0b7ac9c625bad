import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices, type NewNotice } from '#modules/people/server/add-notice.ts';
import { procedureGuests } from '../publication-tables.ts';
import { procedureMembers } from '../tables.ts';

export type Told = {
	kind: string;
	/** With the kind what it is about: nobody hears twice of the same. */ subjectId: string;
	title: string;
	text: string;
	href: string;
};

/** A notice for each of these people, but not for whoever does it. */
export async function tellAll(
	ctx: Pick<Ctx, 'db' | 'now' | 'actor'>,
	people: readonly (string | null)[],
	{ kind, subjectId, topic = 'procedure', ...data }: Told & { topic?: NewNotice['topic'] }
): Promise<void> {
	const told = [...new Set(people)].flatMap((id) => (id && id !== ctx.actor?.id ? [id] : []));
	await addNotices(
		ctx,
		told.map((personId) => ({ personId, kind, subjectId, topic, data }))
	);
}

/** Whoever is named in a procedure and has an account. */
export async function tellNamed(ctx: Ctx, procedureId: string, told: Told): Promise<void> {
	const named = await ctx.db
		.select({ id: procedureMembers.personId })
		.from(procedureMembers)
		.where(and(eq(procedureMembers.procedureId, procedureId), isNull(procedureMembers.leftAt)));
	await tellAll(
		ctx,
		named.map(({ id }) => id),
		told
	);
}

/** Whoever leads it. */
export async function tellManager(ctx: Ctx, procedureId: string, told: Told): Promise<void> {
	const named = await ctx.db
		.select({ id: procedureMembers.personId })
		.from(procedureMembers)
		.where(and(eq(procedureMembers.procedureId, procedureId), eq(procedureMembers.role, 'manager'), isNull(procedureMembers.leftAt)));
	await tellAll(
		ctx,
		named.map(({ id }) => id),
		told
	);
}

/** Whoever signed up for a date and has not signed off. */
export async function tellGuests(ctx: Ctx, viewingId: string, told: Told): Promise<void> {
	const guests = await ctx.db
		.select({ id: procedureGuests.personId })
		.from(procedureGuests)
		.where(and(eq(procedureGuests.viewingId, viewingId), ne(procedureGuests.state, 'declined')));
	await tellAll(
		ctx,
		guests.map(({ id }) => id),
		{ ...told, topic: 'cancellation' }
	);
}
