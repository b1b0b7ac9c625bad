import { eq } from 'drizzle-orm';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { Buyer } from '../invoice.ts';
import { maySeeOwnInvoices } from '../policy.ts';
import { invoiceAddresses } from './tables.ts';

/** An organisation says where its invoices go. */
export async function saveInvoiceAddress(ctx: Ctx, { organisationId, input }: { organisationId: string; input: Buyer }): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	const { actor } = ctx;
	await ctx.db.transaction(async (db) => {
		const [organisation] = await db
			.select({ id: organisations.id, ags: organisations.ags })
			.from(organisations)
			.where(eq(organisations.id, organisationId));
		if (!organisation || !maySeeOwnInvoices(actor, organisation)) throw notFound();
		const row = { data: input, updatedBy: actor.id, updatedAt: ctx.now };
		await db
			.insert(invoiceAddresses)
			.values({ organisationId, ...row })
			.onConflictDoUpdate({ target: invoiceAddresses.organisationId, set: row });
		await recordEvent({ ...ctx, db }, 'invoice.address_saved', { subjectId: organisationId });
	});
}
