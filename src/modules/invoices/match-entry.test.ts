import { expect, test } from 'vitest';
import { numbersIn, proposalFor, type Candidate } from './match-entry.ts';

const invoice = (n: number, over: Partial<Candidate> = {}): Candidate => ({
	id: `id-${n}`,
	number: `HO-2026-${String(n).padStart(4, '0')}`,
	buyer: 'Stadt Herzberg (Elster)',
	grossCents: 10_000,
	paidCents: 0,
	isCancelled: false,
	...over
});
const credit = (purpose: string, cents = 10_000, name: string | null = null) => ({ direction: 'credit' as const, cents, name, purpose });

test.for(['HO-2026-0012', 'Rechnung HO-2026- 0012', 'ho 2026/0012 Danke', 'RGHO20260012,Beitrag', 'Az. 7 HO-2026-0012.'])(
	'"%s" names HO-2026-0012',
	(purpose) => {
		expect(numbersIn(purpose, [invoice(12)]).map(({ number }) => number)).toEqual(['HO-2026-0012']);
	}
);

test.for(['HO-2026-00121', 'HO-2026-001', '2026-0012', '', 'Beitrag 100 €'])('"%s" does not', (purpose) => {
	expect(numbersIn(purpose, [invoice(12)])).toEqual([]);
});

test.for([
	['exactly', credit('HO-2026-0001'), 'exact', true],
	['short', credit('HO-2026-0001', 9_000), 'short', false],
	['too much', credit('HO-2026-0001', 12_000), 'over', false],
	['once more', credit('HO-2026-0002'), 'twice', false],
	['for a cancelled one', credit('HO-2026-0003'), 'cancelled', false],
	['two at once', credit('HO-2026-0001 und HO-2026-0004', 30_000), 'several', true],
	['two at once, short', credit('HO-2026-0001 und HO-2026-0004', 25_000), 'unknown', false],
	['without number, name and amount fit', credit('Aufnahmebeitrag', 20_000, 'STADTKASSE WUNSIEDEL'), 'guess', false],
	['without number, only the amount fits', credit('Spende', 20_000, 'Erika Muster'), 'unknown', false],
	['without number, only an everyday word fits', credit('Beitrag', 20_000, 'Stadt Kassel'), 'unknown', false],
	['back, as much as is to be given back', { ...credit('Erstattung HO-2026-0003'), direction: 'debit' as const }, 'refund', true],
	['out, for nothing of ours', { ...credit('Miete'), direction: 'debit' as const }, 'unknown', false]
] as const)('paid %s', ([, entry, kind, sure]) => {
	const candidates = [
		invoice(1),
		invoice(2, { paidCents: 10_000 }),
		invoice(3, { paidCents: 10_000, isCancelled: true }),
		invoice(4, { grossCents: 20_000, buyer: 'Stadt Wunsiedel' })
	];
	const proposal = proposalFor(entry, candidates);
	expect(proposal).toMatchObject({ kind, sure, text: expect.stringMatching(/\.$/) });
	const sum = proposal.parts.reduce((total, { cents }) => total + cents, 0);
	expect(proposal.parts.length ? sum : entry.cents).toBe(entry.cents);
});

test('where two invoices fit name and amount, nobody guesses', () => {
	expect(proposalFor(credit('Beitrag', 10_000, 'Stadt Herzberg'), [invoice(1), invoice(2)])).toMatchObject({ kind: 'unknown', parts: [] });
});
