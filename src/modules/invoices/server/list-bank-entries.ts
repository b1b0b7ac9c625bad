import { and, desc, eq, sql } from 'drizzle-orm';
import { findOfficeNetwork } from '#modules/networks/server/find-office-network.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { proposalFor, type Candidate, type Proposal } from '../match-entry.ts';
import type { EntryState } from '../vocabulary.ts';
import { standingOf } from './internal/settle.ts';
import { bankEntries, bankFiles, invoices } from './tables.ts';

export type OpenEntry = {
	id: string;
	direction: 'credit' | 'debit';
	cents: number;
	bookedOn: string;
	name: string | null;
	purpose: string;
	state: EntryState;
	note: string | null;
	proposal: Proposal;
};

/** What entries can be for. */
export async function loadCandidates(ctx: Pick<Ctx, 'db'>, networkId: string): Promise<Candidate[]> {
	const rows = await ctx.db
		.select({
			id: invoices.id,
			number: invoices.number,
			buyer: sql<string>`${invoices.content}->'buyer'->>'name'`,
			grossCents: invoices.grossCents,
			paidCents: invoices.paidCents,
			cancelledAt: invoices.cancelledAt
		})
		.from(invoices)
		.where(and(eq(invoices.networkId, networkId), eq(invoices.kind, 'invoice')));
	return rows.map(({ id, number, buyer, ...row }) => ({ id, number, buyer, ...standingOf(row) }));
}

export type BankDesk = {
	entries: OpenEntry[];
	candidates: Candidate[];
	files: { name: string; uploadedAt: Date; found: number; fresh: number }[];
};

/** What came from the bank and waits for a decision, each with what it probably is; newest first, at most 500. For the office of the network. */
export async function listBankEntries(ctx: Ctx, slug: string, state: EntryState = 'open'): Promise<BankDesk> {
	const network = await findOfficeNetwork(ctx, slug);
	const candidates = await loadCandidates(ctx, network.id);
	const rows = await ctx.db
		.select()
		.from(bankEntries)
		.where(and(eq(bankEntries.networkId, network.id), eq(bankEntries.state, state)))
		.orderBy(desc(bankEntries.bookedOn), desc(bankEntries.id))
		.limit(500);
	const files = await ctx.db
		.select({ name: bankFiles.name, uploadedAt: bankFiles.uploadedAt, found: bankFiles.found, fresh: bankFiles.fresh })
		.from(bankFiles)
		.where(eq(bankFiles.networkId, network.id))
		.orderBy(desc(bankFiles.uploadedAt))
		.limit(5);
	const entries = rows.map(({ id, direction, cents, bookedOn, name, purpose, note, ...row }) => {
		const entry = { id, direction, cents, bookedOn, name, purpose, note, state: row.state };
		return { ...entry, proposal: proposalFor(entry, candidates) };
	});
	return { entries, candidates, files };
}
