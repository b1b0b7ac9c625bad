import { and, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { notices } from './post-tables.ts';

type Subject = { kind: string; subjectId: string };
const unanswered = ({ kind, subjectId }: Subject) =>
	and(eq(notices.kind, kind), eq(notices.subjectId, subjectId), isNull(notices.answeredAt), isNull(notices.withdrawnAt));

/** Takes back what nobody answered yet; the links say so from now on. What was answered can no longer be changed. Part of commands that ask their own policy. Returns how many. */
export async function withdrawNotices(ctx: Pick<Ctx, 'db' | 'now'>, subject: Subject): Promise<number> {
	const answered = and(eq(notices.kind, subject.kind), eq(notices.subjectId, subject.subjectId), isNotNull(notices.answeredAt));
	await ctx.db
		.update(notices)
		.set({ dueAt: ctx.now })
		.where(and(answered, or(isNull(notices.dueAt), gt(notices.dueAt, ctx.now))));
	const gone = await ctx.db.update(notices).set({ withdrawnAt: ctx.now }).where(unanswered(subject)).returning({ id: notices.id });
	return gone.length;
}

const inBrief = sql`case when ${notices.channel} = 'now' then 'brief' else ${notices.channel} end`;

type Subjects = { kind: string; subjectIds: string[] };
const anyUnanswered = ({ kind, subjectIds }: Subjects) =>
	and(eq(notices.kind, kind), inArray(notices.subjectId, subjectIds), isNull(notices.answeredAt), isNull(notices.withdrawnAt));

/** Puts what nobody answered into the next brief once more, marked as a reminder; everybody is reminded once. Part of commands that ask their own policy. Returns how many. */
export const remindUnanswered = (ctx: Pick<Ctx, 'db' | 'now'>, { kind, subjectId }: Subject): Promise<number> =>
	remindAll(ctx, { kind, subjectIds: [subjectId] });

/** The same for many subjects at once. */
export async function remindAll(ctx: Pick<Ctx, 'db' | 'now'>, subjects: Subjects): Promise<number> {
	if (!subjects.subjectIds.length) return 0;
	const reminded = await ctx.db
		.update(notices)
		.set({ remindedAt: ctx.now, mailedAt: null, deputyMailedAt: null, channel: inBrief })
		.where(and(anyUnanswered(subjects), isNull(notices.remindedAt)))
		.returning({ id: notices.id });
	return reminded.length;
}

/** Nobody needs to answer these any more, because it has settled itself. What was answered can still be changed. */
export async function dropUnanswered(ctx: Pick<Ctx, 'db' | 'now'>, subjects: Subjects): Promise<void> {
	if (subjects.subjectIds.length) await ctx.db.update(notices).set({ withdrawnAt: ctx.now }).where(anyUnanswered(subjects));
}
