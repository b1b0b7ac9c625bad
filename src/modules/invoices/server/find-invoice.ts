import { dayOf } from '#lib/calendar.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import { findOfficeNetwork } from '#modules/networks/server/find-office-network.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import type { InvoiceContent } from '../invoice.ts';
import type { InvoiceItem } from '../invoice-item.ts';
import { maySeeOwnInvoices } from '../policy.ts';
import type { PaymentKind, PaymentSource } from '../vocabulary.ts';
import { itemColumns, toItem } from './internal/to-item.ts';
import { invoicePayments, invoiceReminders, invoices } from './tables.ts';

export type Payment = {
	id: string;
	kind: PaymentKind;
	cents: number;
	paidOn: string;
	source: PaymentSource;
	note: string | null;
	by: string | null;
	reversedAt: Date | null;
	reversalReason: string | null;
};
export type Reminder = { level: number; sentOn: string; dueOn: string; openCents: number };
/** The document, and for the buyer no more than that. */
export type InvoiceDocument = {
	item: InvoiceItem;
	content: InvoiceContent;
	reminders: Reminder[];
	related: { id: string; number: string } | null;
};
export type InvoiceFile = InvoiceDocument & { payments: Payment[]; causeKind: string; cancelReason: string | null };

async function documentOf(
	ctx: Pick<Ctx, 'db' | 'now'>,
	id: string
): Promise<InvoiceDocument & Pick<InvoiceFile, 'causeKind' | 'cancelReason'>> {
	const more = { content: invoices.content, causeKind: invoices.causeKind, causeId: invoices.causeId, cancelReason: invoices.cancelReason };
	const [row] = await ctx.db
		.select({ item: itemColumns, ...more })
		.from(invoices)
		.where(eq(invoices.id, id));
	if (!row) throw notFound();
	const other =
		row.item.kind === 'cancellation' ? eq(invoices.id, row.causeId) : and(eq(invoices.causeKind, 'cancellation'), eq(invoices.causeId, id));
	const [related = null] = await ctx.db.select({ id: invoices.id, number: invoices.number }).from(invoices).where(other);
	const reminders = await ctx.db
		.select()
		.from(invoiceReminders)
		.where(eq(invoiceReminders.invoiceId, id))
		.orderBy(asc(invoiceReminders.level));
	const { content, causeKind, cancelReason } = row;
	return { item: toItem(row.item, dayOf(ctx.now)), content, causeKind, cancelReason, related, reminders };
}

/** One invoice with its payments and reminders, for the office of its network. 404 for everybody outside. */
export async function findInvoice(ctx: Ctx, { slug, id }: { slug: string; id: string }): Promise<InvoiceFile> {
	const network = await findOfficeNetwork(ctx, slug);
	const mine = isUuid(id) ? and(eq(invoices.id, id), eq(invoices.networkId, network.id)) : sql`false`;
	const [found] = await ctx.db.select({ id: invoices.id }).from(invoices).where(mine);
	if (!found) throw notFound();
	const payments = await ctx.db
		.select({
			id: invoicePayments.id,
			kind: invoicePayments.kind,
			cents: invoicePayments.cents,
			paidOn: invoicePayments.paidOn,
			source: invoicePayments.source,
			note: invoicePayments.note,
			by: people.name,
			reversedAt: invoicePayments.reversedAt,
			reversalReason: invoicePayments.reversalReason
		})
		.from(invoicePayments)
		.leftJoin(people, eq(people.id, invoicePayments.createdBy))
		.where(eq(invoicePayments.invoiceId, id))
		.orderBy(asc(invoicePayments.paidOn), asc(invoicePayments.createdAt));
	return { ...(await documentOf(ctx, id)), payments };
}

/** The invoices to an organisation, newest first, for its people who act for it. 404 for everybody else. */
export async function listOwnInvoices(
	ctx: Ctx,
	organisationId: string
): Promise<{ name: string; items: (InvoiceItem & { network: string })[] }> {
	const [organisation] = isUuid(organisationId)
		? await ctx.db
				.select({ id: organisations.id, ags: organisations.ags, name: organisations.name })
				.from(organisations)
				.where(eq(organisations.id, organisationId))
		: [];
	if (!organisation || !maySeeOwnInvoices(ctx.actor, organisation)) throw notFound();
	const rows = await ctx.db
		.select({ item: itemColumns, network: sql<string>`${invoices.content}->'network'->>'name'` })
		.from(invoices)
		.where(eq(invoices.organisationId, organisationId))
		.orderBy(sql`${invoices.issuedOn} desc, ${invoices.createdAt} desc`);
	return { name: organisation.name, items: rows.map(({ item, network }) => ({ ...toItem(item, dayOf(ctx.now)), network })) };
}

/** One document for the people of the organisation it went to. 404 for everybody else. */
export async function findOwnInvoice(ctx: Ctx, { organisationId, id }: { organisationId: string; id: string }): Promise<InvoiceDocument> {
	const { items } = await listOwnInvoices(ctx, organisationId);
	if (!items.some((item) => item.id === id)) throw notFound();
	const { item, content, reminders, related } = await documentOf(ctx, id);
	return { item, content, reminders, related };
}

/** One document for whoever holds the link of its mail. 410 when the link is wrong or old. */
export async function findInvoiceByLink(ctx: Pick<Ctx, 'db' | 'now'>, token: string): Promise<InvoiceDocument> {
	const { invoice = '' } = await verifyLink(ctx, { purpose: 'invoice', token });
	const { item, content, reminders, related } = await documentOf(ctx, invoice);
	return { item, content, reminders, related };
}
