import { findOfficeNetwork } from '#modules/networks/server/find-office-network.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { Issuer } from '../invoice.ts';
import { invoiceIssuers } from './tables.ts';

/** Says who invoices for the network from now on. Issued documents stay as they are. */
export async function saveIssuer(ctx: Ctx, { slug, input }: { slug: string; input: Issuer }): Promise<void> {
	const network = await findOfficeNetwork(ctx, slug);
	await ctx.db.transaction(async (db) => {
		const row = { data: input, updatedBy: ctx.actor?.id ?? null, updatedAt: ctx.now };
		await db
			.insert(invoiceIssuers)
			.values({ networkId: network.id, ...row })
			.onConflictDoUpdate({ target: invoiceIssuers.networkId, set: row });
		await recordEvent({ ...ctx, db }, 'invoice.issuer_saved', {
			subjectId: network.id,
			data: { iban: input.iban, taxMode: input.taxMode }
		});
	});
}
