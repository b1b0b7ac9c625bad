import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import { findOfficeNetwork } from '#modules/networks/server/find-office-network.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { keepUntil } from '../invoice.ts';
import { proposalFor } from '../match-entry.ts';
import { loadCandidates } from './list-bank-entries.ts';
import { invoiceFor } from './internal/invoice-for.ts';
import { askStep, settle } from './internal/settle.ts';
import { bankEntries, invoicePayments } from './tables.ts';

type EntryRow = typeof bankEntries.$inferSelect;
type Part = { invoiceId: string; cents: number };

async function bookOne(ctx: Ctx, { slug, entry, parts }: { slug: string; entry: EntryRow; parts: Part[] }): Promise<void> {
	const kind = entry.direction === 'credit' ? 'payment' : 'refund';
	for (const { invoiceId, cents } of parts) {
		const invoice = await invoiceFor(ctx, { slug, id: invoiceId });
		askStep(ctx, invoice, { step: kind === 'payment' ? 'pay' : 'refund', cents });
		const row = {
			id: newId(),
			invoiceId,
			kind,
			cents,
			paidOn: entry.bookedOn,
			source: 'bank',
			entryId: entry.id,
			note: entry.name
		} as const;
		await ctx.db.insert(invoicePayments).values({ ...row, createdBy: ctx.actor?.id ?? null, createdAt: ctx.now });
		await settle(ctx, invoice);
		await recordEvent(ctx, `invoice.${kind}_recorded`, { subjectId: invoiceId, data: { cents, paidOn: entry.bookedOn, entry: entry.id } });
	}
	const decided = { state: 'booked', decidedBy: ctx.actor?.id ?? null, decidedAt: ctx.now, keepUntil: keepUntil(entry.bookedOn) } as const;
	await ctx.db.update(bankEntries).set(decided).where(eq(bankEntries.id, entry.id));
}

async function lockEntries(ctx: Ctx, networkId: string, ids: string[]): Promise<EntryRow[]> {
	return ctx.db
		.select()
		.from(bankEntries)
		.where(and(eq(bankEntries.networkId, networkId), inArray(bankEntries.id, ids)))
		.orderBy(bankEntries.id)
		.for('update');
}

/** Books the chosen entries as proposed, as long as the proposal is still sure; whoever was quicker is not booked twice. Returns how many were booked. */
export async function bookEntries(ctx: Ctx, { slug, ids }: { slug: string; ids: string[] }): Promise<number> {
	const network = await findOfficeNetwork(ctx, slug);
	if (!ids.length) throw refused('nothing-chosen', 'Bitte mindestens einen Umsatz ankreuzen.');
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		let booked = 0;
		for (const entry of await lockEntries(inside, network.id, ids)) {
			if (entry.state !== 'open') continue;
			const { sure, parts } = proposalFor(entry, await loadCandidates(inside, network.id));
			if (!sure) continue;
			await bookOne(inside, { slug, entry, parts });
			booked++;
		}
		return booked;
	});
}

/** Books one entry on the invoice that somebody chose, whole: what is short or too much stands there afterwards. */
export async function bookEntry(ctx: Ctx, { slug, id, invoiceId }: { slug: string; id: string; invoiceId: string }): Promise<void> {
	const network = await findOfficeNetwork(ctx, slug);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [entry] = await lockEntries(inside, network.id, [id]);
		if (!entry) throw notFound();
		if (entry.state === 'booked') throw refused('already-booked', 'Dieser Umsatz ist schon gebucht.');
		await bookOne(inside, { slug, entry, parts: [{ invoiceId, cents: entry.cents }] });
	});
}
