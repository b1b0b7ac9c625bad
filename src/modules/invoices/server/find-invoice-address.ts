import { eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { municipalities, organisations } from '#modules/organisations/server/tables.ts';
import { findOfficeNetwork } from '#modules/networks/server/find-office-network.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Buyer } from '../invoice.ts';
import { maySeeOwnInvoices } from '../policy.ts';
import { invoiceAddresses } from './tables.ts';

/** Where invoices to an organisation go: what it entered, or as much as the register knows. */
export async function readInvoiceAddress(ctx: Pick<Ctx, 'db'>, organisationId: string): Promise<Buyer | null> {
	const [row] = await ctx.db
		.select({ organisation: organisations, place: municipalities, entered: invoiceAddresses.data })
		.from(organisations)
		.leftJoin(municipalities, eq(municipalities.ags, organisations.placeAgs))
		.leftJoin(invoiceAddresses, eq(invoiceAddresses.organisationId, organisations.id))
		.where(eq(organisations.id, organisationId));
	if (!row) return null;
	if (row.entered) return row.entered;
	const { organisation, place } = row;
	const name = organisation.ags && place ? `${place.isTown ? 'Stadt' : 'Gemeinde'} ${place.nameShort}` : organisation.name;
	return {
		name,
		department: null,
		street: null,
		postalCode: place?.postalCode ?? '',
		city: place?.nameShort ?? '',
		reference: null,
		orderNumber: null,
		email: ''
	};
}

/** The same for the organisation's own people (`slug` absent) or the office of a network that invoices it. 404 for everybody else. */
export async function findInvoiceAddress(ctx: Ctx, { organisationId, slug }: { organisationId: string; slug?: string }): Promise<Buyer> {
	if (slug) await findOfficeNetwork(ctx, slug);
	else {
		const [organisation] = await ctx.db
			.select({ id: organisations.id, ags: organisations.ags })
			.from(organisations)
			.where(eq(organisations.id, organisationId));
		if (!organisation || !maySeeOwnInvoices(ctx.actor, organisation)) throw notFound();
	}
	const address = await readInvoiceAddress(ctx, organisationId);
	if (!address) throw notFound();
	return address;
}
