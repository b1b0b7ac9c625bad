import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
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

type Row = Pick<typeof procedureMembers.$inferSelect, 'role' | 'deputyFor' | 'succeeds'> & { memberId: string };

/** The chair of the jury that somebody took over: that of the first who sat on it. */
function chairOf(row: Row, rows: readonly Row[]): string | null {
	const before = row.role === 'juror' && row.succeeds ? rows.find(({ memberId }) => memberId === row.succeeds) : undefined;
	return before ? (chairOf(before, rows) ?? before.memberId) : null;
}

/** Whoever took over a chair of the jury sits on it as a deputy does, before every other: the chair and what its first juror handed in stay. */
async function membersOf(ctx: Asked, procedureId: string): Promise<PanelMember[]> {
	const duties = await loadDuties(ctx, procedureId);
	const { id: memberId, role, name, email, affiliation, hasVote, deputyFor, succeeds, leftAt } = procedureMembers;
	const byAddress = sql`(select p.id from people p where p.email_verified and p.email = ${email})`;
	const personId = sql<string | null>`coalesce(${procedureMembers.personId}, ${byAddress})`;
	const rows = await ctx.db
		.select({ memberId, role, name, email, affiliation, personId, hasVote, deputyFor, succeeds, leftAt })
		.from(procedureMembers)
		.where(eq(procedureMembers.procedureId, procedureId))
		.orderBy(asc(procedureMembers.createdAt), asc(procedureMembers.id));
	return rows.map(({ succeeds, leftAt, ...row }) => {
		const chair = chairOf({ ...row, succeeds }, rows);
		const place = chair ? ({ ...row, role: 'deputy', hasVote: false, deputyFor: chair } as const) : row;
		const standsFor = rows.find((other) => other.memberId === place.deputyFor)?.role ?? null;
		const isMe = duties.some((duty) => duty.memberId === row.memberId);
		return { ...place, standsFor, isMe, isSuccessor: chair !== null, hasLeft: leftAt !== null };
	});
}

/** The last who took over a chair comes first, then whoever stood in for it from the beginning. */
const deputiesOf = (members: readonly PanelMember[]): Seating['deputies'] =>
	[...members.filter(({ isSuccessor }) => isSuccessor).reverse(), ...members.filter(({ isSuccessor }) => !isSuccessor)].flatMap(
		({ memberId, role, deputyFor }) => (role === 'deputy' && deputyFor ? [{ memberId, deputyFor }] : [])
	);

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
	const said = await db
		.select({ id, memberId, conceptId, step, kind, byPersonId, at, next: concepts.id })
		.from(conflictDeclarations)
		.leftJoin(concepts, and(eq(concepts.fromId, conceptId), ne(kind, 'none')))
		.where(eq(conflictDeclarations.procedureId, procedureId));
	// a conflict holds for what comes of the concept in the next stage, until somebody says otherwise there
	const declarations = said.flatMap(({ next, ...row }) => (next ? [row, { ...row, conceptId: next }] : [row]));
	const personOf = new Map(members.map((one) => [one.memberId, one.personId]));
	const declared = declaredOf(
		declarations.map((row) => ({ ...row, isSet: row.byPersonId === null || row.byPersonId !== personOf.get(row.memberId) }))
	);
	return {
		declared,
		jurors: members.filter(hasChair).map(({ memberId, hasVote }) => ({ memberId, hasVote })),
		deputies: deputiesOf(members),
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

/** Who takes part and what lies before them, whoever asks. `mayRead`: is asked before anything but who takes part is read, 404 where it says no. */
export async function loadWholePanel(
	ctx: Asked,
	procedureId: string,
	mayRead: (members: readonly PanelMember[]) => boolean = () => true
): Promise<Panel> {
	if (!isUuid(procedureId)) throw notFound();
	const { title, kind, state, round } = procedures;
	const [row] = await ctx.db.select({ title, kind, state, round }).from(procedures).where(eq(procedures.id, procedureId));
	if (!row) throw notFound();
	const members = withScorers(row.kind, await membersOf(ctx, procedureId));
	if (!mayRead(members)) throw notFound();
	const { frozen } = await loadFrozen(ctx, procedureId);
	const seating = await seatingOf(ctx, procedureId, members);
	return {
		...{ procedureId, ...row, frozen, members, mine: members.filter(({ isMe }) => isMe), seating, declared: seating.declared },
		...{ concepts: await conceptsOf(ctx, procedureId, row.round), lockedAt: await lockOf(ctx, procedureId) }
	};
}

/** The same for whoever is named in it with a part in judging; 401 for guests, 404 for everybody else, whatever their office, and for whoever only opens. */
export async function loadPanel(ctx: Asked, procedureId: string): Promise<Panel> {
	if (!ctx.actor) throw unauthenticated();
	return loadWholePanel(ctx, procedureId, (members) => members.some(({ isMe, role }) => isMe && role !== 'opener'));
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
