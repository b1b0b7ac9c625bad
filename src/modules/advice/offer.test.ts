import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasPlace, monthAfter, monthOf, monthText, placesAhead, placesText, whyNotAsk } from './offer.ts';

const now = new Date('2026-11-22T10:00:00Z');

test('months turn with the German midnight and the year', () => {
	expect(monthOf(new Date('2026-11-30T23:30:00Z'))).toBe('2026-12');
	expect(monthAfter('2026-11', 3)).toBe('2027-02');
	expect(monthText('2026-11')).toBe('November 2026');
});

test('a month that is full says so and names the next', () => {
	const ahead = placesAhead(2, { '2026-11': 2, '2026-12': 3 }, now);
	expect(ahead.map(({ left }) => left)).toEqual([0, 0, 2, 2]);
	expect(placesText(ahead)).toBe('Im November 2026 ist alles vergeben; der nächste Platz ist im Januar 2027 frei');
	expect(whyNotAsk('2026-11', { ahead, asked: [] })).toEqual({
		code: 'full',
		message: 'Im November 2026 ist alles vergeben. Der nächste Platz ist im Januar 2027 frei.'
	});
	expect(whyNotAsk('2027-01', { ahead, asked: [] })).toBeNull();
});

test('nobody takes two places of a month, or one in a month that is over or too far', () => {
	const ahead = placesAhead(2, { '2026-11': 1 }, now);
	expect(placesText(ahead)).toBe('Im November 2026 noch ein Platz frei');
	expect(whyNotAsk('2026-11', { ahead, asked: ['2026-11'] })?.code).toBe('asked-already');
	for (const month of ['2026-10', '2027-03', 'irgendwann']) expect(whyNotAsk(month, { ahead, asked: [] })?.code).toBe('no-month');
});

test('all is full: then the answer is to ask later; without a limit there is always a place', () => {
	const full = placesAhead(1, { '2026-11': 1, '2026-12': 1, '2027-01': 1, '2027-02': 1 }, now);
	expect(whyNotAsk('2027-02', { ahead: full, asked: [] })?.message).toContain('später wieder fragen');
	expect(placesText(full)).toContain('auch in den Monaten danach');
	const open = placesAhead(null, { '2026-11': 99 }, now);
	expect(whyNotAsk('2026-11', { ahead: open, asked: [] })).toBeNull();
	expect(placesText(open)).toBe('Plätze nach Absprache');
});

test('a place is never given below zero, and never refused where one is left', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }), (capacity, n) => {
			const taken = Object.fromEntries(n.map((count, i) => [monthAfter('2026-11', i), count]));
			const ahead = placesAhead(capacity, taken, now);
			for (const one of ahead) {
				expect(one.left).toBeGreaterThanOrEqual(0);
				expect(whyNotAsk(one.month, { ahead, asked: [] }) === null).toBe(hasPlace(one));
			}
		})
	);
});
