import { expect, test } from 'vitest';
import { valuesStanding, valuesText } from './values.ts';

const ask = (confirmed: number | null, today: string) => valuesStanding({ confirmed, latest: 2, since: '2026-09-01', days: 90, today });

test('an older confirmation counts until the time that was set, is marked after it, and never falls away', () => {
	expect(ask(2, '2027-12-31')).toBe('current');
	expect(ask(1, '2026-11-30')).toBe('older');
	expect(ask(1, '2026-12-01')).toBe('overdue');
	expect(ask(null, '2026-12-01')).toBe('overdue');
	expect(valuesStanding({ confirmed: null, latest: null, since: null, days: 90, today: '2026-12-01' })).toBe('none');
	expect(valuesText({ confirmed: 1, latest: 2 }, 'older')).toBe('hat Fassung 1 der Werte bestätigt; Fassung 2 liegt zur Bestätigung');
	expect(valuesText({ confirmed: 1, latest: 2 }, 'overdue')).toContain('Fassung 2 steht noch aus');
});
