import { eq } from 'drizzle-orm';
import { findOfficeNetwork } from '#modules/networks/server/find-office-network.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Issuer } from '../invoice.ts';
import { invoiceIssuers } from './tables.ts';

/** "Helle Orte" → "HO": what numbers begin with until somebody says otherwise. */
const initials = (name: string): string =>
	name
		.normalize('NFD')
		.split(/[^A-Za-z]+/)
		.map((word) => word[0]?.toUpperCase() ?? '')
		.join('')
		.slice(0, 4) || 'R';

/** Who invoices for a network, for its office; null fields where nothing was entered yet. */
export async function findIssuer(ctx: Ctx, slug: string): Promise<{ issuer: Partial<Issuer>; isSet: boolean }> {
	const network = await findOfficeNetwork(ctx, slug);
	const [found] = await ctx.db.select({ data: invoiceIssuers.data }).from(invoiceIssuers).where(eq(invoiceIssuers.networkId, network.id));
	const begun = {
		name: network.senderName ?? network.name,
		email: network.senderEmail ?? '',
		prefix: initials(network.name),
		paymentDays: 30
	};
	return { issuer: found?.data ?? begun, isSet: Boolean(found) };
}
