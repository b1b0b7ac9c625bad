import { and, eq, isNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { dropShare } from '#modules/seals/server/drop-share.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { closeNomination, type Nomination } from './end-nomination.ts';
import { accountOf } from './internal/account-of.ts';
import { tellAll, tellNamed } from './internal/tell.ts';
import { procedureMembers, procedures } from './tables.ts';

type Row = typeof procedureMembers.$inferSelect;

/** Whoever opens goes on opening, and does nothing else: until somebody else has a share, theirs is needed. */
async function keepOpening(ctx: Ctx, { procedureId, personId, name, email, affiliation }: Row): Promise<void> {
	const opener = { procedureId, personId, name, email, affiliation, role: 'opener', isOpener: true } as const;
	await ctx.db.insert(procedureMembers).values({ id: newId(), ...opener, createdAt: ctx.now });
}

/**
 * Somebody leaves: the row stays, with what they did, and reads nothing any more. An opener without another task gives up their share. In the caller's
 * transaction, which has asked who may. Returns the row. Throws 404, and 409 where too few openers would be left.
 */
export async function unseatMember(ctx: Ctx, { id, memberId, reason }: { id: string; memberId: string; reason: string }): Promise<Row> {
	const own = and(eq(procedureMembers.id, memberId), eq(procedureMembers.procedureId, id), isNull(procedureMembers.leftAt));
	const [left] = await ctx.db.select().from(procedureMembers).where(own).for('update');
	if (!left) throw notFound('Diese Person ist nicht mehr eingetragen.');
	const account = left.role === 'opener' ? await accountOf(ctx, left) : null;
	if (account) await dropShare(ctx, { subjectId: id, personId: account });
	await ctx.db.update(procedureMembers).set({ leftAt: ctx.now, leftReason: reason, isOpener: false }).where(own);
	if (left.isOpener && left.role !== 'opener') await keepOpening(ctx, left);
	await appendEntry(ctx, { recordId: id, kind: 'member.left', facts: { role: left.role }, sealed: { memberId, name: left.name, reason } });
	return left;
}

/** Whoever left hears of it, and what stays. */
export async function tellLeft(ctx: Ctx, { id, procedureId, personId }: Row): Promise<void> {
	const [row] = await ctx.db.select({ title: procedures.title }).from(procedures).where(eq(procedures.id, procedureId));
	const text = 'Was Sie getan haben, bleibt in der Akte. Danke für Ihre Arbeit.';
	const href = '/konto/berufungen';
	await tellAll(ctx, [personId], {
		kind: 'procedure-left',
		subjectId: id,
		title: `Sie sind ausgeschieden: ${row?.title ?? ''}`,
		text,
		href
	});
}

/** Whoever stood in for the one who left stands in for the one who came. A chair of the jury stays what it is. */
async function handOver(ctx: Ctx, { before, memberId }: { before: Row; memberId: string }): Promise<void> {
	if (before.role === 'juror') return;
	await ctx.db.update(procedureMembers).set({ deputyFor: memberId }).where(eq(procedureMembers.deputyFor, before.id));
}

/**
 * Somebody who said yes takes their place; whoever had it leaves. In the caller's transaction, which has asked whether they may. Returns the new member
 * and whoever left for them.
 */
export async function seatMember(ctx: Ctx, nomination: Nomination): Promise<{ memberId: string; left: Row | null }> {
	const { procedureId, role, jurorKind, hasVote, name, email, affiliation, deputyFor, succeeds, reason } = nomination;
	const memberId = newId();
	const personId = ctx.actor?.id ?? null;
	const place = { role, jurorKind, hasVote, deputyFor, succeeds, isOpener: role === 'opener' };
	const [before] = succeeds ? await ctx.db.select().from(procedureMembers).where(eq(procedureMembers.id, succeeds)) : [];
	const isLeaving = before && !before.leftAt && before.role !== 'opener';
	const left = isLeaving ? await unseatMember(ctx, { id: procedureId, memberId: before.id, reason }) : null;
	const about = { id: memberId, procedureId, personId, name, email, affiliation };
	await ctx.db.insert(procedureMembers).values({ ...about, ...place, createdAt: ctx.now });
	if (before) await handOver(ctx, { before, memberId });
	await closeNomination(ctx, nomination.id, 'accepted');
	const facts = { role, replaced: succeeds !== null };
	await appendEntry(ctx, { recordId: procedureId, kind: 'member.joined', facts, sealed: { memberId, name, reason } });
	const instead = left ? ` anstelle von ${left.name}` : '';
	const told = { kind: 'procedure-member', subjectId: memberId, href: `/buero/verfahren/${procedureId}/aufruf` };
	await tellNamed(ctx, procedureId, { ...told, title: 'Im Verfahren wirkt jemand Neues mit', text: `${name}${instead}.` });
	if (left) await tellLeft(ctx, left);
	return { memberId, left };
}
