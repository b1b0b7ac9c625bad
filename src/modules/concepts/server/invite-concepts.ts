import { and, eq, inArray, isNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { insertMany } from '#lib/server/insert-many.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { conceptContents, conceptMembers, concepts } from './tables.ts';

/** Opened concepts of the first stage that were not invited yet. */
const chosenOf = ({ db }: Ctx, ids: readonly string[]) =>
	db
		.select({ row: concepts, content: conceptContents.content })
		.from(concepts)
		.innerJoin(conceptContents, eq(conceptContents.conceptId, concepts.id))
		.where(and(inArray(concepts.id, [...ids]), eq(concepts.round, 1), eq(concepts.state, 'opened'), isNull(concepts.invitedAt)));
type Chosen = Awaited<ReturnType<typeof chosenOf>>[number];

/** What is known already stands in the draft of the second stage. */
const nextOf = (ctx: Ctx, { row, content }: Chosen) => ({
	...{ id: newId(), fromId: row.id, procedureId: row.procedureId, round: 2, groupId: row.groupId, organisationId: row.organisationId },
	...{ state: 'draft' as const, version: 1, createdAt: ctx.now, updatedAt: ctx.now },
	draft: {
		...{ title: content.title, summary: content.summary, applicant: content.applicant, answers: content.answers },
		...{ costs: null, offerCents: null }
	}
});

/**
 * Lets opened concepts of the first stage go on: each gets a draft for the second with the same writers. In the transaction of the command that chose
 * them, asked who may, and tells them. Returns the new ids by those of the first stage; invited twice is invited once.
 */
export async function inviteConcepts(ctx: Ctx, ids: readonly string[]): Promise<Record<string, string>> {
	const chosen = await chosenOf(ctx, ids);
	if (!chosen.length) return {};
	const known = chosen.map(({ row }) => row.id);
	const next = chosen.map((one) => nextOf(ctx, one));
	await ctx.db.update(concepts).set({ invitedAt: ctx.now }).where(inArray(concepts.id, known));
	await insertMany(ctx.db, concepts, next);
	const idOf = new Map(next.map(({ fromId, id }) => [fromId, id]));
	const members = await ctx.db.select().from(conceptMembers).where(inArray(conceptMembers.conceptId, known));
	const writers = members.map((member) => ({ ...member, conceptId: idOf.get(member.conceptId) ?? '', joinedAt: ctx.now }));
	await insertMany(ctx.db, conceptMembers, writers);
	return Object.fromEntries(idOf);
}
