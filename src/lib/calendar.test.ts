import { expect, test } from 'vitest';
import { isDay, isMoment } from './calendar.ts';
import { optionalDate } from './forms.ts';

test('a day is one that there is, also where it is typed', () => {
	for (const day of ['0001-01-01', '2026-02-28', '2028-02-29', '9999-12-31'])
		expect([isDay(day), optionalDate().parse(day)]).toEqual([true, day]);
	for (const odd of [
		'0000-01-01',
		'2026-02-29',
		'2026-04-31',
		'2026-13-01',
		'2026-1-1',
		'10000-01-01',
		' 2026-01-01',
		'heute',
		20260101,
		null
	])
		expect(isDay(odd), String(odd)).toBe(false);
	expect(optionalDate().parse('29.02.2028')).toBe('2028-02-29');
	for (const odd of ['29.02.2026', '01.01.0000', 'morgen']) expect(optionalDate().safeParse(odd).success, String(odd)).toBe(false);
});

test('a moment is one that JSON writes, so that texts stand in its order', () => {
	expect(isMoment('2026-11-22T10:00:00.000Z')).toBe(true);
	for (const odd of [
		'2026-11-22',
		'2026-11-22T10:00:00Z',
		'2026-02-31T00:00:00.000Z',
		'+275760-09-13T00:00:00.000Z',
		'2026-11-22T24:00:00.000Z',
		'',
		null
	])
		expect(isMoment(odd), String(odd)).toBe(false);
});
