import { dayAfter } from '#lib/calendar.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactIban, isIban, shortIban, writtenIban } from './iban.ts';
import { euros, keepUntil, lineCents, netOf, numberOf, takeBack, totalsOf, type Line } from './invoice.ts';
import { parseCents } from './forms.ts';
import { someInvoice } from './example.ts';

const line = fc.record({
	text: fc.constant('x'),
	quantity: fc.integer({ min: 1, max: 999 }),
	unitCents: fc.integer({ min: 0, max: 1_000_000 })
});
const tax = fc.constantFrom(
	{ taxMode: 'standard', taxRate: 19 } as const,
	{ taxMode: 'standard', taxRate: 7 } as const,
	{ taxMode: 'small_business', taxRate: 0 } as const,
	{ taxMode: 'not_taxable', taxRate: 0 } as const
);

test('for any lines and any tax: net is the sum, gross is net and tax, tax is right to half a cent, and a storno takes all of it back', () => {
	fc.assert(
		fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), tax, (lines: Line[], mode) => {
			const { netCents, taxCents, grossCents } = totalsOf(lines, mode);
			expect(netCents).toBe(lines.reduce((sum, one) => sum + lineCents(one), 0));
			expect(grossCents).toBe(netCents + taxCents);
			const exact = mode.taxMode === 'standard' ? (netCents * mode.taxRate) / 100 : 0;
			expect(Math.abs(taxCents - exact)).toBeLessThanOrEqual(0.5);
			const back = totalsOf(
				lines.map((one) => ({ ...one, quantity: -one.quantity })),
				mode
			);
			expect(back).toEqual({ netCents: -netCents || 0, taxCents: -taxCents || 0, grossCents: -grossCents || 0 });
		})
	);
});

test('a fee of 100 € comes to 100 €, with tax in it too', () => {
	for (const mode of [
		{ taxMode: 'standard', taxRate: 19 },
		{ taxMode: 'standard', taxRate: 7 },
		{ taxMode: 'exempt', taxRate: 0 }
	] as const)
		expect(totalsOf([{ text: 'Beitrag', quantity: 1, unitCents: netOf(10_000, mode) }], mode).grossCents).toBe(10_000);
});

test('the document that takes an invoice back names it and has the opposite sign', () => {
	const back = takeBack(someInvoice(), { number: 'HO-2026-0002', issuedOn: '2026-12-01', reason: 'Doppelt.' });
	expect(back).toMatchObject({
		kind: 'cancellation',
		dueOn: null,
		totals: { grossCents: -10_000 },
		cancels: { number: 'HO-2026-0001', reason: 'Doppelt.' }
	});
});

test('numbers, days, amounts as people write them', () => {
	expect(numberOf('HO', 2026, 12)).toBe('HO-2026-0012');
	expect(dayAfter('2026-12-20', 30)).toBe('2027-01-19');
	expect(keepUntil('2026-11-22')).toBe('2034-12-31');
	expect(euros(1_234_550)).toBe('12.345,50\u00a0€');
	for (const [text, cents] of [
		['100', 10_000],
		['100,5', 10_050],
		['1.234,56 €', 123_456],
		['99.99', 9_999],
		['1,234', null],
		['zehn', null],
		['', null],
		['1e9', null]
	] as const)
		expect(parseCents(text), text).toBe(cents);
});

test('an IBAN with a wrong digit, or two that changed places, is no IBAN', () => {
	const good = 'DE02 1203 0000 0000 2020 51';
	expect([isIban(good), writtenIban(compactIban(good)), shortIban(good)]).toEqual([true, good, 'DE02 … 2051']);
	for (const bad of ['DE03 1203 0000 0000 2020 51', 'DE02 1203 0000 0000 2002 51', 'DE02', 'DE02120300000000202051 1', 'XX', ''])
		expect(isIban(bad), bad).toBe(false);
});
