import { asc, eq, getTableColumns } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { people } from '#modules/people/server/tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import type { Draft } from '../../concept.ts';
import { whyNotHandIn } from '../../window.ts';
import { conceptMembers, concepts } from '../tables.ts';

export type ConceptRow = typeof concepts.$inferSelect;
export type WriterLine = { personId: string; name: string; role: 'lead' | 'writer'; joinedAt: Date };
const all = getTableColumns(procedures);
const columns = {
	...{ id: all.id, slug: all.slug, title: all.title, kind: all.kind, state: all.state, round: all.round, deadline: all.deadline },
	...{ propertyId: all.propertyId, isDemo: all.isDemo }
};
export type OfProcedure = { [K in keyof typeof columns]: (typeof procedures.$inferSelect)[K] };
/** `isLead`: who leads, or, where the one who did is gone, who has been in it longest. */
export type Held = { row: ConceptRow; procedure: OfProcedure; members: WriterLine[]; isLead: boolean };

/** Who writes it, whoever leads first. */
const membersOf = ({ db }: Pick<Ctx, 'db'>, conceptId: string): Promise<WriterLine[]> =>
	db
		.select({ personId: conceptMembers.personId, name: people.name, role: conceptMembers.role, joinedAt: conceptMembers.joinedAt })
		.from(conceptMembers)
		.innerJoin(people, eq(people.id, conceptMembers.personId))
		.where(eq(conceptMembers.conceptId, conceptId))
		.orderBy(asc(conceptMembers.role), asc(conceptMembers.joinedAt), asc(conceptMembers.personId));

/**
 * A concept for one of those who write it; 404 for everybody else, whatever they are. `lock`: inside a transaction that changes it; its procedure is
 * held too, so that nobody opens the box meanwhile.
 */
export async function conceptForWriter(ctx: Ctx, id: string, { lock = false } = {}): Promise<Held> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	if (!isUuid(id)) throw notFound();
	const [about] = await ctx.db.select({ procedureId: concepts.procedureId }).from(concepts).where(eq(concepts.id, id));
	if (!about) throw notFound();
	const ofProcedure = ctx.db.select(columns).from(procedures).where(eq(procedures.id, about.procedureId));
	const [procedure] = await (lock ? ofProcedure.for('share') : ofProcedure);
	const ofConcept = ctx.db.select().from(concepts).where(eq(concepts.id, id));
	const [row] = await (lock ? ofConcept.for('update') : ofConcept);
	const members = await membersOf(ctx, id);
	if (!procedure || !row || !members.some(({ personId }) => personId === actor.id)) throw notFound();
	return { row, procedure, members, isLead: members[0]?.personId === actor.id };
}

/** The same for what only whoever leads may do; 403 for the other writers. */
export async function conceptForLead(ctx: Ctx, id: string): Promise<Held> {
	const held = await conceptForWriter(ctx, id, { lock: true });
	if (!held.isLead) throw forbidden('Das darf, wer für das Konzept verantwortlich ist. Fragt dort nach.');
	return held;
}

/** Throws 409 when the deadline has passed, or nothing of this round can be handed in any more. */
export function checkWindow(ctx: Pick<Ctx, 'now'>, { row, procedure }: Held): void {
	const why = whyNotHandIn(procedure, { ofRound: row.round, at: ctx.now });
	if (why) throw refused('not-in-time', why);
}

/** The draft, where something may be written into it. Throws 409. */
export function draftOf(ctx: Pick<Ctx, 'now'>, held: Held): Draft {
	checkWindow(ctx, held);
	const { draft, state } = held.row;
	if (!draft)
		throw refused(
			'sealed',
			state === 'submitted'
				? 'Das Konzept ist abgegeben und verschlossen. Zum Ändern bitte zuerst mit Eurem Schlüssel zurückholen.'
				: 'Dieses Konzept kann nicht mehr geändert werden.'
		);
	return draft;
}

/** What a change of the draft writes: whoever was too late goes on writing when there is more time for all. */
export const touched = (ctx: Pick<Ctx, 'now' | 'actor'>, { version, state }: ConceptRow) => ({
	...{ version: version + 1, updatedAt: ctx.now, updatedBy: ctx.actor?.id ?? null },
	...(state === 'lapsed' && { state: 'draft' as const, forgetAt: null })
});
