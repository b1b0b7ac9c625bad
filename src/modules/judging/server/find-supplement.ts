import { and, asc, eq, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import { conceptContents, conceptMembers } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { candidateFiles, presentations, supplements } from './tables.ts';

/** The procedure of a concept for whoever writes it; 404 for everybody else. */
async function writtenBy(ctx: Ctx, conceptId: string) {
	if (!ctx.actor) throw unauthenticated();
	if (!isUuid(conceptId)) throw notFound();
	const [row] = await ctx.db
		.select({
			procedureId: procedures.id,
			procedure: procedures.title,
			slug: procedures.slug,
			title: sql<string>`${conceptContents.content}->>'title'`
		})
		.from(conceptMembers)
		.innerJoin(conceptContents, eq(conceptContents.conceptId, conceptMembers.conceptId))
		.innerJoin(procedures, sql`${procedures.id} = (select c.procedure_id from concepts c where c.id = ${conceptMembers.conceptId})`)
		.where(and(eq(conceptMembers.conceptId, conceptId), eq(conceptMembers.personId, ctx.actor.id)));
	if (!row) throw notFound();
	return row;
}

/** What a group was asked for, with dates and what it answered. Throws 401 and 404. */
export async function findSupplements(ctx: Ctx, conceptId: string) {
	const about = await writtenBy(ctx, conceptId);
	const { frozen } = await loadFrozen(ctx, about.procedureId);
	const asked = await ctx.db
		.select()
		.from(supplements)
		.where(eq(supplements.conceptId, conceptId))
		.orderBy(asc(supplements.askedAt), asc(supplements.id));
	const files = await ctx.db
		.select({ id: candidateFiles.id, name: candidateFiles.name, bytes: candidateFiles.bytes, supplementId: candidateFiles.supplementId })
		.from(candidateFiles)
		.where(eq(candidateFiles.conceptId, conceptId));
	return {
		...about,
		asked: asked.map(({ id, asks, until, answer, answeredAt, conditionId }) => ({
			...{ id, asks, until, answer, answeredAt, condition: frozen.eligibility.find((one) => one.id === conditionId)?.title ?? null },
			...{
				files: files.filter((file) => file.supplementId === id).map(({ id: fileId, name, bytes }) => ({ id: fileId, name, bytes })),
				isOpen: !answeredAt && ctx.now <= until
			}
		}))
	};
}

/** When and where a group presents its concept, for whoever writes it. Throws 401 and 404. */
export async function findPresentation(ctx: Ctx, conceptId: string) {
	const about = await writtenBy(ctx, conceptId);
	const [slot] = await ctx.db.select().from(presentations).where(eq(presentations.conceptId, conceptId));
	if (!slot) throw notFound();
	const { startsAt, endsAt, place, note, version, cancelledAt, updatedAt } = slot;
	return { ...about, conceptId, slot: { startsAt, endsAt, place, note, version, isCancelled: cancelledAt !== null, updatedAt } };
}
