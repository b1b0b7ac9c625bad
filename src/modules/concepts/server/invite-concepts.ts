import { and, eq, inArray, isNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { insertMany } from '#lib/server/insert-many.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices } from '#modules/people/server/add-notice.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { conceptContents, conceptMembers, concepts } from './tables.ts';

/**
 * Lets opened concepts of the first stage go on: each gets a draft for the second with the same writers, who hear of it. In the transaction of the command
 * that chose them and asked who may. Returns the new ids by those of the first stage; invited twice is invited once.
 */
export async function inviteConcepts(ctx: Ctx, ids: readonly string[]): Promise<Record<string, string>> {
	const { db } = ctx;
	const chosen = await db
		.select({ row: concepts, content: conceptContents.content, title: procedures.title })
		.from(concepts)
		.innerJoin(conceptContents, eq(conceptContents.conceptId, concepts.id))
		.innerJoin(procedures, eq(procedures.id, concepts.procedureId))
		.where(and(inArray(concepts.id, [...ids]), eq(concepts.round, 1), eq(concepts.state, 'opened'), isNull(concepts.invitedAt)));
	const next = chosen.map(({ row, content, title }) => ({
		...{ id: newId(), fromId: row.id, procedureId: row.procedureId, round: 2, groupId: row.groupId, organisationId: row.organisationId },
		...{ createdAt: ctx.now, updatedAt: ctx.now, state: 'draft' as const, version: 1, name: title },
		draft: {
			title: content.title,
			summary: content.summary,
			applicant: content.applicant,
			answers: content.answers,
			costs: null,
			offerCents: null
		}
	}));
	if (!next.length) return {};
	await db
		.update(concepts)
		.set({ invitedAt: ctx.now })
		.where(
			inArray(
				concepts.id,
				next.map(({ fromId }) => fromId)
			)
		);
	await insertMany(
		db,
		concepts,
		next.map(({ name: _, ...row }) => row)
	);
	const members = await db
		.select()
		.from(conceptMembers)
		.where(
			inArray(
				conceptMembers.conceptId,
				next.map(({ fromId }) => fromId)
			)
		);
	const idOf = new Map(next.map(({ fromId, id }) => [fromId, id]));
	const writers = members.map((member) => ({ ...member, conceptId: idOf.get(member.conceptId) ?? '', joinedAt: ctx.now }));
	await insertMany(db, conceptMembers, writers);
	const titleOf = new Map(next.map(({ id, name }) => [id, name]));
	await addNotices(
		ctx,
		writers.map(({ personId, conceptId }) => ({
			...{ personId, kind: 'concept', subjectId: conceptId, topic: 'contact' as const },
			data: {
				title: 'Ihr seid in der zweiten Stufe',
				text: `Für „${titleOf.get(conceptId) ?? ''}“ könnt ihr jetzt euer Konzept ausarbeiten. Titel, Zusammenfassung und Kontakt stehen schon da.`,
				href: `/konto/konzepte/${conceptId}`
			}
		}))
	);
	return Object.fromEntries(idOf);
}
