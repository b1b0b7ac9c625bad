import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import { conceptContents, concepts } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { loadDuties } from '#modules/procedures/server/load-duties.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import { declaredOf } from '../../conflict.ts';
import { hasChair, withScorers, type Panel, type PanelConcept, type PanelMember } from '../../panel.ts';
import type { Seating } from '../../seat.ts';
import { candidates, conflictDeclarations, reviews, scoreLocks, substitutions, withdrawals } from '../tables.ts';

type Asked = Pick<Ctx, 'db' | 'actor'>;

async function membersOf(ctx: Asked, procedureId: string): Promise<PanelMember[]> {
	const duties = await loadDuties(ctx, procedureId);
	const { id: memberId, role, name, email, affiliation, personId, hasVote, deputyFor } = procedureMembers;
	const rows = await ctx.db
		.select({ memberId, role, name, email, affiliation, personId, hasVote, deputyFor })
		.from(procedureMembers)
		.where(eq(procedureMembers.procedureId, procedureId))
		.orderBy(asc(procedureMembers.createdAt), asc(procedureMembers.id));
	return rows.map((row) => ({
		...row,
		standsFor: rows.find((other) => other.memberId === row.deputyFor)?.role ?? null,
		isMe: duties.some((duty) => duty.memberId === row.memberId)
	}));
}

async function conceptsOf({ db }: Asked, procedureId: string, round: number): Promise<PanelConcept[]> {
	const applicant = (key: string) => sql<string>`coalesce(${conceptContents.content}->'applicant'->>${key}, '')`;
	const rows = await db
		.select({
			...{ id: concepts.id, number: concepts.number, groupId: concepts.groupId },
			title: sql<string>`coalesce(${conceptContents.content}->>'title', '')`,
			...{ applicantName: applicant('name'), applicantContact: applicant('contact'), applicantEmail: applicant('email') },
			...{ state: candidates.state, reason: candidates.reason, conditionId: candidates.conditionId },
			...{ hiddenAt: candidates.hiddenAt, checkedAt: candidates.checkedAt, version: candidates.version }
		})
		.from(concepts)
		.innerJoin(conceptContents, eq(conceptContents.conceptId, concepts.id))
		.leftJoin(candidates, eq(candidates.conceptId, concepts.id))
		.where(and(eq(concepts.procedureId, procedureId), eq(concepts.round, round), eq(concepts.state, 'opened')))
		.orderBy(asc(concepts.number), asc(concepts.id));
	return rows.map((row, n) => ({ ...row, number: row.number ?? n + 1, state: row.state ?? 'unchecked', version: row.version ?? 0 }));
}

async function seatingOf({ db }: Asked, procedureId: string, members: readonly PanelMember[]): Promise<Seating> {
	const { id, memberId, conceptId, step, kind, byPersonId, at } = conflictDeclarations;
	const declarations = await db
		.select({ id, memberId, conceptId, step, kind, byPersonId, at })
		.from(conflictDeclarations)
		.where(eq(conflictDeclarations.procedureId, procedureId));
	const personOf = new Map(members.map((one) => [one.memberId, one.personId]));
	const declared = declaredOf(
		declarations.map((row) => {
			const person = personOf.get(row.memberId);
			return { ...row, isSet: row.byPersonId !== null && person !== null && person !== undefined && row.byPersonId !== person };
		})
	);
	return {
		declared,
		jurors: members.filter(hasChair).map(({ memberId, hasVote }) => ({ memberId, hasVote })),
		deputies: members.flatMap(({ memberId, role, deputyFor }) => (role === 'deputy' && deputyFor ? [{ memberId, deputyFor }] : [])),
		substitutions: await db
			.select({ memberId: substitutions.memberId, conceptId: substitutions.conceptId })
			.from(substitutions)
			.where(eq(substitutions.procedureId, procedureId)),
		withdrawals: await db
			.select({ memberId: withdrawals.memberId, counts: withdrawals.counts })
			.from(withdrawals)
			.where(eq(withdrawals.procedureId, procedureId)),
		reviews: await db
			.select({ memberId: reviews.memberId, conceptId: reviews.conceptId, state: reviews.state })
			.from(reviews)
			.where(eq(reviews.procedureId, procedureId))
	};
}

/** The moment since which points are fixed; null while they are not. */
export async function lockOf({ db }: Pick<Ctx, 'db'>, procedureId: string): Promise<Date | null> {
	const [last] = await db
		.select({ lockedAt: scoreLocks.lockedAt, reopenedAt: scoreLocks.reopenedAt })
		.from(scoreLocks)
		.where(eq(scoreLocks.procedureId, procedureId))
		.orderBy(desc(scoreLocks.lockedAt), desc(scoreLocks.id))
		.limit(1);
	return last && !last.reopenedAt ? last.lockedAt : null;
}

/** Who takes part and what lies before them, whoever asks. */
export async function loadWholePanel(ctx: Asked, procedureId: string): Promise<Panel> {
	if (!isUuid(procedureId)) throw notFound();
	const { title, kind, state, round } = procedures;
	const [row] = await ctx.db.select({ title, kind, state, round }).from(procedures).where(eq(procedures.id, procedureId));
	if (!row) throw notFound();
	const { frozen } = await loadFrozen(ctx, procedureId);
	const members = withScorers(row.kind, await membersOf(ctx, procedureId));
	const seating = await seatingOf(ctx, procedureId, members);
	return {
		...{ procedureId, ...row, frozen, members, mine: members.filter(({ isMe }) => isMe), seating, declared: seating.declared },
		...{ concepts: await conceptsOf(ctx, procedureId, row.round), lockedAt: await lockOf(ctx, procedureId) }
	};
}

/** The same for whoever is named in it; 401 for guests, 404 for everybody else, whatever their office. */
export async function loadPanel(ctx: Asked, procedureId: string): Promise<Panel> {
	if (!ctx.actor) throw unauthenticated();
	const panel = await loadWholePanel(ctx, procedureId);
	if (!panel.mine.length) throw notFound();
	return panel;
}

/** Runs a change in one transaction with the procedure's row held, so that one act comes after the other. */
export async function changingPanel<T>(ctx: Ctx, procedureId: string, change: (inside: Ctx, panel: Panel) => Promise<T>): Promise<T> {
	if (!ctx.actor) throw unauthenticated();
	if (!isUuid(procedureId)) throw notFound();
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await db.select({ id: procedures.id }).from(procedures).where(eq(procedures.id, procedureId)).for('update');
		return change(inside, await loadPanel(inside, procedureId));
	});
}
