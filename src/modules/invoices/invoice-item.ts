import type { DocumentKind, InvoiceState } from './vocabulary.ts';

/** A document as a line of a list. */
export type InvoiceItem = {
	id: string;
	kind: DocumentKind;
	number: string;
	buyer: string;
	organisationId: string | null;
	subject: string;
	issuedOn: string;
	dueOn: string | null;
	grossCents: number;
	paidCents: number;
	openCents: number;
	surplusCents: number;
	state: InvoiceState;
	/** Overdue, short, twice: what is to be done, in a sentence. */
	remark: string | null;
	remindedOn: string | null;
};
