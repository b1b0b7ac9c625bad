import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { findOfficeNetwork } from '#modules/networks/server/find-office-network.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { xmlIn } from '../bank-bytes.ts';
import { readCamt, type BankEntry, type Statement } from '../camt.ts';
import { compactIban, shortIban } from '../iban.ts';
import { numbersIn } from '../match-entry.ts';
import { loadCandidates } from './list-bank-entries.ts';
import { bankEntries, bankFiles, invoiceIssuers } from './tables.ts';

const most = 20_000;

function ofAccount(statements: Statement[], iban: string): BankEntry[] {
	const wrong = statements.find((statement) => statement.iban !== null && statement.iban !== compactIban(iban));
	if (wrong?.iban)
		throw refused(
			'other-account',
			`Dieser Auszug gehört zum Konto ${shortIban(wrong.iban)}. Rechnungen bezahlt man auf ${shortIban(iban)} (unter „Absender“ eingetragen).`,
			'file'
		);
	const entries = statements.flatMap((statement) => statement.entries);
	if (entries.length > most)
		throw refused('too-many', 'Das sind mehr als 20.000 Umsätze. Bitte einen kürzeren Zeitraum herunterladen.', 'file');
	return entries;
}

/**
 * Takes in a bank statement (CAMT.053, or a ZIP of several): its receipts, and those payments out that name an invoice. Nothing is booked yet. An entry
 * that was there before changes nothing. Returns how many were found and how many are new.
 */
export async function uploadBankFile(
	ctx: Ctx,
	{ slug, name, bytes }: { slug: string; name: string; bytes: Uint8Array }
): Promise<{ found: number; fresh: number }> {
	const network = await findOfficeNetwork(ctx, slug);
	const [setting] = await ctx.db.select({ data: invoiceIssuers.data }).from(invoiceIssuers).where(eq(invoiceIssuers.networkId, network.id));
	if (!setting) throw refused('no-issuer', 'Bitte zuerst unter „Absender“ das Konto eintragen, auf das Rechnungen bezahlt werden.', 'file');
	if (!bytes.length) throw refused('no-file', 'Bitte eine Datei wählen.', 'file');
	const entries = ofAccount(xmlIn(bytes).flatMap(readCamt), setting.data.iban);
	const candidates = await loadCandidates(ctx, network.id);
	const wanted = entries.filter((entry) => entry.direction === 'credit' || numbersIn(entry.purpose, candidates).length > 0);
	return ctx.db.transaction(async (db) => {
		let fresh = 0;
		for (let from = 0; from < wanted.length; from += 500) {
			const rows = wanted
				.slice(from, from + 500)
				.map((entry) => ({ id: newId(), networkId: network.id, state: 'open' as const, ...entry }));
			fresh += (await db.insert(bankEntries).values(rows).onConflictDoNothing().returning({ id: bankEntries.id })).length;
		}
		const file = { id: newId(), networkId: network.id, name: name.slice(0, 200), found: wanted.length, fresh };
		await db.insert(bankFiles).values({ ...file, uploadedBy: ctx.actor?.id ?? null, uploadedAt: ctx.now });
		await recordEvent({ ...ctx, db }, 'invoice.bank_file_uploaded', { subjectId: network.id, data: { found: wanted.length, fresh } });
		return { found: wanted.length, fresh };
	});
}
