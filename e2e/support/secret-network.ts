import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { someInvoice, someIssuer } from '#modules/invoices/example.ts';
import * as ledger from '#modules/invoices/server/tables.ts';
import { loadWhole } from '#modules/networks/server/load-whole.ts';
import * as tables from '#modules/networks/server/tables.ts';
import { toNetworkPage } from '#modules/networks/to-network-page.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { plantSecretApplication } from './secret-application.ts';
import { secret, visible } from './secrets.ts';

/** An invoice of long ago (so that it may go again), where it goes to, and what came from the bank: nothing of it is public. */
async function plantSecretMoney(db: ReturnType<typeof openDb>, networkId: string, organisationId: string): Promise<void> {
	const now = new Date();
	const issuer = { ...someIssuer, name: `${secret} Absender`, contactName: `${secret} Auskunft` };
	const lines = [{ text: `${secret} Leistung`, quantity: 1, unitCents: 10_000 }];
	const buyer = { ...someInvoice().buyer, name: `${secret} Kasse`, email: `${secret}@kasse.example` };
	const content = someInvoice({ issuer, lines, buyer, number: `${secret}-1`, issuedOn: '2010-03-01', dueOn: '2010-04-01' });
	const frame = {
		networkId,
		organisationId,
		kind: 'invoice',
		number: content.number,
		year: 2010,
		sequence: 1,
		issuedOn: '2010-03-01'
	} as const;
	const money = { causeKind: 'by_hand', causeId: newId(), content, grossCents: 10_000, state: 'issued', keepUntil: '2018-12-31' } as const;
	await db.insert(ledger.invoices).values({ id: newId(), ...frame, ...money, createdAt: now });
	await db.insert(ledger.invoiceIssuers).values({ networkId, data: issuer, updatedAt: now });
	const entry = { networkId, key: `${secret}`, direction: 'credit', cents: 100, bookedOn: '2026-01-01', state: 'open' } as const;
	await db.insert(ledger.bankEntries).values({ id: newId(), ...entry, name: `${secret} Zahler`, purpose: `${secret} Zweck` });
}

export const secretNetwork = `netz-${visible}`;

/** A published network full of what is not public: notes, voices and faces without release, questions, addresses, applicants. Returns how to remove it. */
export async function plantSecretNetwork(pool: Pool): Promise<() => Promise<void>> {
	const [db, id, now] = [openDb(pool), newId(), new Date()];
	await pool.query('delete from invoices where network_id in (select id from networks where slug = $1)', [secretNetwork]);
	await pool.query('delete from networks where slug = $1', [secretNetwork]);
	const frame = {
		id,
		slug: secretNetwork,
		name: `Netz ${visible}`,
		summary: `${visible} Zusammenfassung`,
		openness: 'membership',
		phase: 'open'
	} as const;
	const [network] = await db
		.insert(tables.networks)
		.values({ ...frame, accent: '#2a5a47', createdAt: now, updatedAt: now })
		.returning();
	if (!network) throw new Error('nothing planted');
	const part = { networkId: id, updatedAt: now, internalNote: `${secret} Notiz` };
	const quote = (text: string) => ({ text, name: text, function: text });
	await db.insert(tables.networkParts).values([
		{ ...part, id: newId(), kind: 'section', position: 1, data: { title: visible, text: visible, block: 'voice' } },
		{ ...part, id: newId(), kind: 'voice', position: 1, data: quote(`${secret} ohne Freigabe`) },
		{ ...part, id: newId(), kind: 'voice', position: 2, data: quote(visible), releasedAt: now },
		{ ...part, id: newId(), kind: 'question', position: 1, data: { title: `${secret} Frage`, required: true } }
	]);
	const role = { networkId: id, startsOn: '2026-01-01', createdAt: now, internalNote: `${secret} Rolle` };
	await db.insert(tables.networkRoles).values([
		{ ...role, id: newId(), role: 'founder', name: `${secret} Gründerin` },
		{ ...role, id: newId(), role: 'editor', name: `${secret} Redaktion`, releasedAt: now }
	]);
	const address = { networkId: id, consent: `${secret} Ja`, requestedAt: now, organisation: `${secret} Rathaus` };
	await db.insert(tables.networkSubscriptions).values([
		{ ...address, id: newId(), email: `${secret}-1@stadt.example`, state: 'confirmed' },
		{ ...address, id: newId(), email: `${secret}-2@stadt.example`, state: 'requested' }
	]);
	await db.insert(tables.networkInquiries).values({
		...{ id: newId(), networkId: id, title: `${secret} Rundfrage`, text: `${secret} Worum es geht`, minutes: 5 },
		...{ ask: { kind: 'yes_no' }, audience: { group: 'members', functions: [] }, dueAt: now, createdAt: now, sentAt: now }
	});
	const organisationId = await ensureMunicipalityOrganisation({ db, now }, '12073008');
	const applicant = {
		networkId: id,
		organisationId,
		state: 'applicant',
		mission: `${secret} Mission`,
		internalNote: `${secret} Antrag`
	} as const;
	await plantSecretMoney(db, id, organisationId);
	await db.insert(tables.memberships).values({ ...applicant, id: newId(), createdAt: now, updatedAt: now });
	await plantSecretApplication(db, { networkId: id, organisationId });
	const content = toNetworkPage(await loadWhole({ db }, network));
	await db.insert(tables.networkPages).values({ networkId: id, slug: secretNetwork, content, publishedAt: now });
	return async () => {
		await pool.query('delete from invoices where network_id = $1', [id]);
		await pool.query('delete from networks where id = $1', [id]);
	};
}
