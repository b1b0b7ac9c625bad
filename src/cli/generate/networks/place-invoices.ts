import { dayAfter } from '#lib/calendar.ts';
import { and, eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { someIssuer } from '#modules/invoices/example.ts';
import { keepUntil, numberOf, takeBack, totalsOf, type InvoiceContent } from '#modules/invoices/invoice.ts';
import { readInvoiceAddress } from '#modules/invoices/server/find-invoice-address.ts';
import * as tables from '#modules/invoices/server/tables.ts';
import { openCents, stateOf } from '#modules/invoices/state.ts';
import { memberships, networks } from '#modules/networks/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { demoEntries, demoInvoices, type DemoInvoice } from './invoices.ts';

type Place = { db: Db; now: Date };
type Frame = Place & { network: typeof networks.$inferSelect; count: Map<number, number>; numbers: Map<string, string> };

const daysBefore = (now: Date, days: number) => dayAfter(now.toISOString().slice(0, 10), -days);
const dayOf = ({ on }: DemoInvoice, now: Date): string => (typeof on === 'number' ? daysBefore(now, on) : on);
const noon = (day: string) => new Date(`${day}T11:00:00Z`);

function next({ count }: Frame, day: string): { year: number; sequence: number; number: string } {
	const year = Number(day.slice(0, 4));
	const sequence = (count.get(year) ?? 0) + 1;
	count.set(year, sequence);
	return { year, sequence, number: numberOf(someIssuer.prefix, year, sequence) };
}

async function placeDocument(
	frame: Frame,
	content: InvoiceContent,
	row: Partial<typeof tables.invoices.$inferInsert> & { causeId: string }
): Promise<string> {
	const id = newId();
	const { kind, number, issuedOn, dueOn, totals } = content;
	const [year, sequence] = [Number(issuedOn.slice(0, 4)), frame.count.get(Number(issuedOn.slice(0, 4))) ?? 1];
	await frame.db.insert(tables.invoices).values({
		...{ id, networkId: frame.network.id, kind, number, year, sequence, content, grossCents: totals.grossCents, issuedOn, dueOn },
		...{ causeKind: 'by_hand', state: 'issued', keepUntil: keepUntil(issuedOn), createdBy: cast.oskar.id, createdAt: noon(issuedOn) },
		...row
	});
	return id;
}

type Told = { told: DemoInvoice; content: InvoiceContent; openCents: number };

/** What came, and when somebody was reminded. */
async function placeMoney(
	{ db, now }: Frame,
	invoiceId: string,
	{ told, content: { issuedOn, buyer }, openCents: open }: Told
): Promise<void> {
	for (const [cents, later] of told.paid ?? [])
		await db.insert(tables.invoicePayments).values({
			...{ id: newId(), invoiceId, kind: 'payment', cents, paidOn: dayAfter(issuedOn, later), source: 'bank', note: buyer.name },
			...{ createdBy: cast.oskar.id, createdAt: noon(dayAfter(issuedOn, later)) }
		});
	const remindedOn = told.remindedDaysAgo ? daysBefore(now, told.remindedDaysAgo) : null;
	if (remindedOn)
		await db.insert(tables.invoiceReminders).values({
			...{ id: newId(), invoiceId, level: 1, sentOn: remindedOn, dueOn: dayAfter(remindedOn, 14), openCents: open },
			...{ createdBy: cast.oskar.id, createdAt: noon(remindedOn) }
		});
}

async function placeOne(frame: Frame, told: DemoInvoice): Promise<void> {
	const { db, network, now } = frame;
	const [member] = await db
		.select({ id: memberships.id, organisationId: organisations.id })
		.from(memberships)
		.innerJoin(organisations, eq(organisations.id, memberships.organisationId))
		.where(and(eq(memberships.networkId, network.id), eq(organisations.ags, told.ags)));
	const address = member && (await readInvoiceAddress({ db }, member.organisationId));
	if (!member || !address) return;
	const issuedOn = dayOf(told, now);
	const { number } = next(frame, issuedOn);
	frame.numbers.set(told.ags, number);
	const lines = [{ text: told.text ?? 'Aufnahmebeitrag, einmalig', quantity: 1, unitCents: told.cents ?? 10_000 }];
	const totals = totalsOf(lines, someIssuer);
	const face = { name: network.name, slug: network.slug, tagline: network.tagline, accent: network.accent };
	const buyer = { ...address, email: `kasse@kommune-${told.ags}.example` };
	const content: InvoiceContent = {
		kind: 'invoice',
		number,
		issuedOn,
		dueOn: dayAfter(issuedOn, 30),
		suppliedOn: issuedOn,
		network: face,
		issuer: someIssuer,
		buyer,
		lines,
		totals
	};
	const paidCents = (told.paid ?? []).reduce((sum, [cents]) => sum + cents, 0);
	const standing = { grossCents: totals.grossCents, paidCents, isCancelled: Boolean(told.cancelled) };
	const { organisationId } = member;
	const cause = told.text
		? { causeKind: 'by_hand' as const, causeId: newId() }
		: { causeKind: 'membership_fee' as const, causeId: member.id };
	const storno = dayAfter(issuedOn, 2);
	const taken = told.cancelled ? { cancelledAt: noon(storno), cancelReason: told.cancelled, cancelledBy: cast.oskar.id } : {};
	const remindedOn = told.remindedDaysAgo ? daysBefore(now, told.remindedDaysAgo) : null;
	const id = await placeDocument(frame, content, { organisationId, ...cause, paidCents, state: stateOf(standing), remindedOn, ...taken });
	await placeMoney(frame, id, { told, content, openCents: openCents(standing) });
	if (told.cancelled) {
		const back = takeBack(content, { number: next(frame, storno).number, issuedOn: storno, reason: told.cancelled });
		await placeDocument(frame, back, { organisationId, causeKind: 'cancellation', causeId: id, state: 'cancelled' });
	}
}

/** Invoices of Helle Orte in every state, and what waits from its bank. */
export async function placeInvoices(place: Place): Promise<void> {
	const { db, now } = place;
	const [network] = await db.select().from(networks).where(eq(networks.slug, 'helle-orte'));
	if (!network) return;
	const stamp = { updatedBy: cast.oskar.id, updatedAt: now };
	await db.insert(tables.invoiceIssuers).values({ networkId: network.id, data: someIssuer, ...stamp });
	const frame: Frame = { ...place, network, count: new Map(), numbers: new Map() };
	for (const told of [...demoInvoices].sort((a, b) => dayOf(a, now).localeCompare(dayOf(b, now)))) await placeOne(frame, told);
	for (const [year, last] of frame.count) await db.insert(tables.invoiceCounters).values({ networkId: network.id, year, last });
	for (const [i, { for: ags, cents, name, purpose }] of demoEntries.entries()) {
		const named = purpose.replace('NUMMER', (ags && frame.numbers.get(ags)) ?? '');
		const row = {
			networkId: network.id,
			key: `demo-${i}`,
			direction: 'credit',
			cents,
			bookedOn: daysBefore(now, 2 + i),
			name,
			purpose: named,
			state: 'open'
		} as const;
		await db.insert(tables.bankEntries).values({ id: newId(), ...row });
	}
}
