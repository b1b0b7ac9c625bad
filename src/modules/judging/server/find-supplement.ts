import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import { conceptContents, conceptMembers, concepts } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { kindRules } from '#modules/procedures/procedure.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { candidateFiles, candidates, presentations, supplements } from './tables.ts';

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

/** What became of an opened concept of the first of two stages, and where it goes on; null for every other. Throws 401 and 404. */
export async function findStage(ctx: Ctx, conceptId: string) {
	const { procedureId } = await writtenBy(ctx, conceptId);
	const { invitedAt, reason, state } = candidates;
	const [found] = await ctx.db
		.select({ invitedAt, reason, state, hasTalk: sql<boolean>`${presentations.conceptId} is not null` })
		.from(candidates)
		.innerJoin(concepts, and(eq(concepts.id, candidates.conceptId), eq(concepts.round, 1)))
		.innerJoin(procedures, and(eq(procedures.id, procedureId), eq(procedures.round, 2)))
		.leftJoin(presentations, eq(presentations.conceptId, candidates.conceptId))
		.where(eq(candidates.conceptId, conceptId));
	if (!found) return null;
	const [next] = await ctx.db.select({ id: concepts.id }).from(concepts).where(eq(concepts.fromId, conceptId));
	return { isChosen: found.invitedAt !== null, reason: found.reason ?? '', nextId: next?.id ?? null, hasTalk: found.hasTalk };
}

/** When and where a group presents its concept, or talks about its sketch, for whoever writes it. Throws 401 and 404. */
export async function findPresentation(ctx: Ctx, conceptId: string) {
	const about = await writtenBy(ctx, conceptId);
	const [found] = await ctx.db
		.select({ slot: presentations, round: concepts.round, kind: procedures.kind })
		.from(presentations)
		.innerJoin(concepts, eq(concepts.id, presentations.conceptId))
		.innerJoin(procedures, eq(procedures.id, presentations.procedureId))
		.where(eq(presentations.conceptId, conceptId));
	if (!found) throw notFound();
	const { startsAt, endsAt, place, note, version, cancelledAt, updatedAt, heldAt, said } = found.slot;
	const slot = { startsAt, endsAt, place, note, version, isCancelled: cancelledAt !== null, updatedAt, said: heldAt ? said : null };
	return { ...about, conceptId, slot, isTalk: kindRules[found.kind].stages === 2 && found.round === 1 };
}

/** What an opened concept waits for from its group: the nearest end of a request that is open, and an appointment that lies ahead. Throws 401 and 404. */
export async function findWaiting(ctx: Ctx, conceptId: string): Promise<{ until: Date | null; startsAt: Date | null }> {
	const { asked } = await findSupplements(ctx, conceptId);
	const ends = asked.filter(({ isOpen }) => isOpen).map(({ until }) => until.getTime());
	const ahead = and(eq(presentations.conceptId, conceptId), isNull(presentations.cancelledAt), gt(presentations.endsAt, ctx.now));
	const [slot] = await ctx.db.select({ startsAt: presentations.startsAt }).from(presentations).where(ahead);
	return { until: ends.length ? new Date(Math.min(...ends)) : null, startsAt: slot?.startsAt ?? null };
}
