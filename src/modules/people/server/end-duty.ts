import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { deputies, notices } from './post-tables.ts';

type Duty = { personId: string; organisationId: string };

/**
 * A seat ends: questions put to its person for that organisation can be answered until that moment, and standing in ends with it, on either side. Part of the
 * command that ends the seat, in its transaction.
 */
export async function endDuty(ctx: Pick<Ctx, 'db'>, { personId, organisationId, endsAt }: Duty & { endsAt: Date }): Promise<void> {
	const open = and(eq(notices.personId, personId), eq(notices.onBehalfOf, organisationId), isNull(notices.answeredAt));
	await ctx.db
		.update(notices)
		.set({ until: endsAt })
		.where(and(open, or(isNull(notices.until), gt(notices.until, endsAt))));
	const concerned = and(eq(deputies.organisationId, organisationId), or(eq(deputies.personId, personId), eq(deputies.deputyId, personId)));
	await ctx.db
		.update(deputies)
		.set({ until: endsAt })
		.where(and(concerned, or(isNull(deputies.until), gt(deputies.until, endsAt))));
}

/** Open questions to somebody who left go to who takes over, as if asked anew; what the successor was asked themselves stays theirs. Part of the command that hands over. Returns how many. */
export async function passDuty(ctx: Pick<Ctx, 'db' | 'now'>, { personId, organisationId, to }: Duty & { to: string }): Promise<number> {
	if (personId === to) return 0;
	const waiting = await ctx.db
		.select({ id: notices.id })
		.from(notices)
		.where(
			and(
				...[
					eq(notices.personId, personId),
					eq(notices.onBehalfOf, organisationId),
					isNull(notices.answeredAt),
					isNull(notices.withdrawnAt)
				],
				lte(notices.until, ctx.now),
				or(isNull(notices.dueAt), gt(notices.dueAt, ctx.now)),
				sql`not exists (select 1 from notices t where t.person_id = ${to} and t.kind = ${notices.kind} and t.subject_id = ${notices.subjectId})`
			)
		);
	if (!waiting.length) return 0;
	const ids = waiting.map(({ id }) => id);
	const anew = { personId: to, until: null, channel: 'brief', mailedAt: null, deputyMailedAt: null, briefId: null } as const;
	await ctx.db.update(notices).set(anew).where(inArray(notices.id, ids));
	return ids.length;
}
