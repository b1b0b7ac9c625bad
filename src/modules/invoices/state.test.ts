import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invoiceSteps, openCents, remarkOf, stateOf, surplusCents, whyNotStep, type InvoiceStep, type Question } from './state.ts';
import { invoiceStates, type InvoiceState } from './vocabulary.ts';

const standings: Record<InvoiceState, { paidCents: number; isCancelled: boolean }> = {
	issued: { paidCents: 0, isCancelled: false },
	partly_paid: { paidCents: 4_000, isCancelled: false },
	paid: { paidCents: 10_000, isCancelled: false },
	overpaid: { paidCents: 20_000, isCancelled: false },
	cancelled: { paidCents: 10_000, isCancelled: true }
};
const states = Object.keys(invoiceStates) as InvoiceState[];
const steps = Object.keys(invoiceSteps) as InvoiceStep[];
const ask = (step: InvoiceStep, state: InvoiceState, over: Partial<Question> = {}) =>
	whyNotStep({
		step,
		state,
		standing: { grossCents: 10_000, ...standings[state] },
		today: '2027-01-15',
		dueOn: '2026-12-22',
		remindedOn: null,
		cents: 100,
		reason: 'weil',
		...over
	});

/** Written out once more by hand, so that a slip in the table is seen. */
const allowed = [
	...states.map((state) => `${state} pay`),
	...['overpaid refund', 'cancelled refund', 'issued remind', 'partly_paid remind'],
	...['issued cancel', 'partly_paid cancel', 'paid cancel', 'overpaid cancel']
];

test.for(
	states.flatMap((state) => steps.map((step) => ({ state, step, may: allowed.includes(`${state} ${step}`) ? 'goes' : 'is forbidden' })))
)('$step from $state $may', ({ state, step, may }) => {
	expect(ask(step, state)?.code).toBe(may === 'goes' ? undefined : 'not-from-here');
});

test('the state follows the money, and what is open or to be given back is never both', () => {
	for (const state of states) expect(stateOf({ grossCents: 10_000, ...standings[state] })).toBe(state);
	fc.assert(
		fc.property(fc.nat(100_000), fc.nat(200_000), fc.boolean(), (grossCents, paidCents, isCancelled) => {
			const standing = { grossCents, paidCents, isCancelled };
			expect(Math.min(openCents(standing), surplusCents(standing))).toBe(0);
			expect(paidCents + openCents(standing) - surplusCents(standing)).toBe(isCancelled ? 0 : grossCents);
		})
	);
});

test('nobody is reminded before the due day has passed, nor twice within a week', () => {
	expect(ask('remind', 'issued', { today: '2026-12-22' })).toMatchObject({ code: 'not-due' });
	expect(ask('remind', 'issued', { today: '2026-12-23' })).toBeNull();
	expect(ask('remind', 'issued', { remindedOn: '2027-01-10' })).toMatchObject({ code: 'just-reminded' });
	expect(ask('remind', 'issued', { remindedOn: '2027-01-08' })).toBeNull();
	expect(ask('remind', 'issued', { dueOn: null })).toMatchObject({ code: 'not-due' });
});

test('no amount, no payment; no more goes back than is there; no storno without a reason', () => {
	for (const cents of [undefined, 0, -5]) expect(ask('pay', 'issued', { cents })).toMatchObject({ field: 'amount' });
	expect(ask('refund', 'overpaid', { cents: 10_001 })).toMatchObject({ code: 'too-much', field: 'amount' });
	expect(ask('refund', 'overpaid', { cents: 10_000 })).toBeNull();
	for (const reason of [undefined, '', '  ']) expect(ask('cancel', 'paid', { reason })).toMatchObject({ field: 'reason' });
});

test.for([
	['issued', 'Überfällig seit 22.12.2026.'],
	['partly_paid', 'Es fehlen noch 60,00\u00a0€.'],
	['paid', null],
	['overpaid', 'Doppelt bezahlt: 100,00\u00a0€ sind zurückzuzahlen.'],
	['cancelled', '100,00\u00a0€ sind zurückzuzahlen.']
] as const)('what is to be said of %s: %s', ([state, text]) => {
	expect(remarkOf({ grossCents: 10_000, ...standings[state] }, { dueOn: '2026-12-22', today: '2027-01-15' })).toBe(text);
});
