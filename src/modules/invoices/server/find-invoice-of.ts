import { and, desc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { CauseKind, InvoiceState } from '../vocabulary.ts';
import { invoices } from './tables.ts';

export type InvoiceOfCause = { id: string; number: string; state: InvoiceState };

/** The invoice there is for a cause, or null; where one was cancelled and written anew, the new one. For whoever may see the cause: it says that there is one and how it stands, no more. */
export async function findInvoiceOf(ctx: Pick<Ctx, 'db'>, cause: { kind: CauseKind; id: string }): Promise<InvoiceOfCause | null> {
	const [row] = await ctx.db
		.select({ id: invoices.id, number: invoices.number, state: invoices.state })
		.from(invoices)
		.where(and(eq(invoices.causeKind, cause.kind), eq(invoices.causeId, cause.id)))
		.orderBy(sql`${invoices.state} = 'cancelled'`, desc(invoices.createdAt))
		.limit(1);
	return row ?? null;
}
