import { dayAfter, dayOf } from '#lib/calendar.ts';
import { and, eq, ne } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import { readable } from '#modules/networks/accent.ts';
import type { networks } from '#modules/networks/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { findingsIn } from '../../en16931.ts';
import { keepUntil, numberOf, totalsOf, type Buyer, type InvoiceContent, type Issuer, type Line } from '../../invoice.ts';
import type { CauseKind } from '../../vocabulary.ts';
import { readInvoiceAddress } from '../find-invoice-address.ts';
import { invoiceIssuers, invoices } from '../tables.ts';
import { mailInvoice } from './mail-invoice.ts';
import { lockCounter, nextNumber } from './next-number.ts';

export type InvoiceOrder = {
	organisationId: string;
	/** Why. The same cause again gives the same invoice, whatever else is asked, until that is cancelled. */
	cause: { kind: Exclude<CauseKind, 'cancellation'>; id: string };
	lines: Line[];
	/** Instead of what the organisation entered. */
	buyer?: Partial<Buyer>;
	/** ISO day; today when absent. */
	suppliedOn?: string;
};
export type Issued = { id: string; number: string; isNew: boolean };
type Network = typeof networks.$inferSelect;

/** Why nothing can be invoiced yet: the first thing that EN 16931 misses, with where to mend it. */
function whyNotIssue(content: InvoiceContent): { code: string; message: string } | null {
	const [finding] = findingsIn(content);
	if (!finding) return null;
	const where = { issuer: 'Bitte unter „Absender“ ergänzen.', buyer: 'Bitte in der Rechnungsanschrift ergänzen.', document: '' }[
		finding.where
	];
	return { code: `en16931-${finding.rule.toLowerCase()}`, message: `${finding.message} ${where}`.trim() };
}

async function issuerOf(ctx: Ctx, { id }: Network): Promise<Issuer> {
	const [setting] = await ctx.db.select({ data: invoiceIssuers.data }).from(invoiceIssuers).where(eq(invoiceIssuers.networkId, id));
	if (setting) return setting.data;
	throw refused('no-issuer', 'Bitte zuerst unter „Absender“ eintragen, wer die Rechnungen stellt: Name, Anschrift, Steuernummer und IBAN.');
}

type Numbered = { number: string; issuedOn: string; issuer: Issuer; buyer: Buyer };

function contentOf(
	{ name, slug, tagline, accent }: Network,
	{ lines, suppliedOn }: InvoiceOrder,
	{ number, issuedOn, issuer, buyer }: Numbered
): InvoiceContent {
	return {
		kind: 'invoice',
		...{ number, issuedOn, dueOn: dayAfter(issuedOn, issuer.paymentDays), suppliedOn: suppliedOn ?? issuedOn },
		network: { name, slug, tagline, accent: readable(accent, 'light') },
		...{ issuer, buyer, lines, totals: totalsOf(lines, issuer) }
	};
}

/** Issues an order of a network; who may was asked before. Call it within a transaction: it locks the numbers of the year until that ends. */
export async function issueOrder(ctx: Ctx, network: Network, order: InvoiceOrder): Promise<Issued> {
	const { cause, organisationId } = order;
	const issuedOn = dayOf(ctx.now);
	const counted = { networkId: network.id, year: Number(issuedOn.slice(0, 4)) };
	await lockCounter(ctx, counted);
	const same = and(
		...[eq(invoices.networkId, network.id), eq(invoices.causeKind, cause.kind), eq(invoices.causeId, cause.id)],
		ne(invoices.state, 'cancelled')
	);
	const [before] = await ctx.db.select({ id: invoices.id, number: invoices.number }).from(invoices).where(same);
	if (before) return { ...before, isNew: false };
	const issuer = await issuerOf(ctx, network);
	const address = await readInvoiceAddress(ctx, organisationId);
	if (!address) throw notFound();
	const sequence = await nextNumber(ctx, counted);
	const number = numberOf(issuer.prefix, counted.year, sequence);
	const content = contentOf(network, order, { number, issuedOn, issuer, buyer: { ...address, ...order.buyer } });
	const not = whyNotIssue(content);
	if (not) throw refused(not.code, not.message);
	const id = newId();
	await ctx.db.insert(invoices).values({
		...{
			id,
			networkId: network.id,
			organisationId,
			kind: 'invoice',
			number,
			year: counted.year,
			sequence,
			causeKind: cause.kind,
			causeId: cause.id
		},
		...{ content, grossCents: content.totals.grossCents, issuedOn, dueOn: content.dueOn, state: 'issued', keepUntil: keepUntil(issuedOn) },
		...{ createdBy: ctx.actor?.id ?? null, createdAt: ctx.now }
	});
	await mailInvoice(ctx, { id, content });
	await recordEvent(ctx, 'invoice.issued', { subjectId: id, data: { network: network.id, organisation: organisationId, number, cause } });
	return { id, number, isNew: true };
}
