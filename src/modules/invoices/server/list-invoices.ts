import { dayOf } from '#lib/calendar.ts';
import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import { findOfficeNetwork } from '#modules/networks/server/find-office-network.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { InvoiceFilter } from '../invoice-filter.ts';
import type { InvoiceItem } from '../invoice-item.ts';
import { itemColumns, toItem } from './internal/to-item.ts';
import { invoices } from './tables.ts';

function conditions(filter: InvoiceFilter, today: string): SQL[] {
	const isOpen = sql`${invoices.kind} = 'invoice' and ${invoices.state} in ('issued', 'partly_paid')`;
	const all: SQL[] = [];
	if (filter.q) {
		const like = `%${filter.q.replace(/[%_\\]/g, '\\$&')}%`;
		all.push(sql`(${invoices.number} ilike ${like} or ${itemColumns.buyer} ilike ${like})`);
	}
	if (filter.state) all.push(eq(invoices.state, filter.state));
	if (filter.year) all.push(eq(invoices.year, filter.year));
	if (filter.due === 'overdue') all.push(sql`${isOpen} and ${invoices.dueOn} < ${today}::date`);
	if (filter.due === 'mine') all.push(isOpen);
	if (filter.due === 'refund')
		all.push(
			sql`${invoices.kind} = 'invoice' and ${invoices.paidCents} > (case when ${invoices.cancelledAt} is null then ${invoices.grossCents} else 0 end)`
		);
	return all;
}

/** The invoices of a network, newest first, for its office. At most 2,000. */
export async function listInvoices(ctx: Ctx, slug: string, filter: InvoiceFilter): Promise<InvoiceItem[]> {
	const network = await findOfficeNetwork(ctx, slug);
	const today = dayOf(ctx.now);
	const rows = await ctx.db
		.select(itemColumns)
		.from(invoices)
		.where(and(eq(invoices.networkId, network.id), ...conditions(filter, today)))
		.orderBy(desc(invoices.year), desc(invoices.sequence))
		.limit(2000);
	return rows.map((row) => toItem(row, today));
}

export type InvoiceFigures = { openCents: number; overdueCents: number; paidThisYearCents: number; surplusCents: number; years: number[] };

/** What is open, late, paid this year and to be given back. */
export async function countInvoices(ctx: Ctx, slug: string): Promise<InvoiceFigures> {
	const network = await findOfficeNetwork(ctx, slug);
	const today = dayOf(ctx.now);
	const { rows } = await ctx.db.execute<InvoiceFigures>(sql`
		select coalesce(sum(gross_cents - paid_cents) filter (where state in ('issued', 'partly_paid')), 0)::int as "openCents",
			coalesce(sum(gross_cents - paid_cents) filter (where state in ('issued', 'partly_paid') and due_on < ${today}::date), 0)::int as "overdueCents",
			coalesce(sum(greatest(0, paid_cents - case when cancelled_at is null then gross_cents else 0 end)), 0)::int as "surplusCents",
			coalesce((select sum(case p.kind when 'refund' then -p.cents else p.cents end) from invoice_payments p join invoices i on i.id = p.invoice_id
				where i.network_id = ${network.id} and p.reversed_at is null and extract(year from p.paid_on) = ${Number(today.slice(0, 4))}), 0)::int as "paidThisYearCents",
			coalesce((select array_agg(distinct year order by year desc) from invoices where network_id = ${network.id}), '{}') as years
		from invoices where network_id = ${network.id} and kind = 'invoice'`);
	return rows[0] ?? { openCents: 0, overdueCents: 0, paidThisYearCents: 0, surplusCents: 0, years: [] };
}

/** Organisations that the network can invoice: everybody who stands in a relation to it, by name. */
export async function listInvoiceable(ctx: Ctx, slug: string): Promise<Record<string, string>> {
	const network = await findOfficeNetwork(ctx, slug);
	const rows = await ctx.db
		.select({ id: organisations.id, name: organisations.name })
		.from(organisations)
		.where(sql`exists (select 1 from memberships m where m.organisation_id = ${organisations.id} and m.network_id = ${network.id})`)
		.orderBy(organisations.name);
	return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
