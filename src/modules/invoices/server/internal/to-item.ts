import { sql } from 'drizzle-orm';
import type { InvoiceItem } from '../../invoice-item.ts';
import { openCents, remarkOf, surplusCents } from '../../state.ts';
import { invoices } from '../tables.ts';
import { standingOf } from './settle.ts';

export const itemColumns = {
	id: invoices.id,
	kind: invoices.kind,
	number: invoices.number,
	buyer: sql<string>`${invoices.content}->'buyer'->>'name'`,
	subject: sql<string>`${invoices.content}->'lines'->0->>'text'`,
	organisationId: invoices.organisationId,
	issuedOn: invoices.issuedOn,
	dueOn: invoices.dueOn,
	grossCents: invoices.grossCents,
	paidCents: invoices.paidCents,
	state: invoices.state,
	remindedOn: invoices.remindedOn,
	cancelledAt: invoices.cancelledAt
};

type Row = Omit<InvoiceItem, 'openCents' | 'surplusCents' | 'remark'> & { cancelledAt: Date | null };

export function toItem({ cancelledAt, ...row }: Row, today: string): InvoiceItem {
	if (row.kind === 'cancellation') return { ...row, openCents: 0, surplusCents: 0, remark: null };
	const standing = standingOf({ ...row, cancelledAt });
	return {
		...row,
		openCents: openCents(standing),
		surplusCents: surplusCents(standing),
		remark: remarkOf(standing, { dueOn: row.dueOn, today })
	};
}
