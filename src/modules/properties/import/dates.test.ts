import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate, slashOrderOf } from './dates.ts';

test.for([
	['22. November 2026', '2026-11-22', 'day'],
	['22.11.26', '2026-11-22', 'day'],
	['1.3.1987', '1987-03-01', 'day'],
	['2026-11-22', '2026-11-22', 'day'],
	['2026-11-22T00:00:00', '2026-11-22', 'day'],
	['26/02/2014', '2014-02-26', 'day'],
	['02/26/2014', '2014-02-26', 'day'],
	['03/03/2014', '2014-03-03', 'day'],
	['3. Mär. 2019', '2019-03-03', 'day'],
	['seit 2015', '2015-01-01', 'year'],
	['ca. 2010', '2010-01-01', 'estimated'],
	['11/2026', '2026-11-01', 'month'],
	['März 2020', '2020-03-01', 'month'],
	['2015', '2015-01-01', 'year']
] as const)('"%s" is %s, known to the %s', ([text, date, precision]) => expect(parseDate(text)).toEqual({ date, precision }));

test('4/3/2019 stays unknown until the rest of the column decides', () => {
	expect(parseDate('4/3/2019')).toBe('ambiguous');
	expect(slashOrderOf(['4/3/2019', '26/02/2014'])).toBe('dmy');
	expect(slashOrderOf(['4/3/2019', '02/26/2014'])).toBe('mdy');
	expect(slashOrderOf(['26/02/2014', '02/26/2014'])).toBeNull();
	expect(parseDate('4/3/2019', 'dmy')).toMatchObject({ date: '2019-03-04' });
	expect(parseDate('4/3/2019', 'mdy')).toMatchObject({ date: '2019-04-03' });
});

test.for(['31.2.2020', 'Ende der Neunziger', 'unbekannt', '', '99.99.9999', '13/13/2013', '0'])(
	'"%s" is no date and none is made up',
	(text) => expect(parseDate(text)).toBeNull()
);

test('every day of the calendar is read back from each German spelling', () => {
	const days = fc.date({ min: new Date('1600-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
	fc.assert(
		fc.property(days, (at) => {
			const iso = at.toISOString().slice(0, 10);
			const [y, m, d] = iso.split('-');
			const long = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' }).format(at);
			for (const text of [iso, `${d}.${m}.${y}`, `${Number(d)}.${Number(m)}.${y}`, long])
				expect(parseDate(text)).toEqual({ date: iso, precision: 'day' });
		})
	);
});

test('whatever stands in a cell, the answer is a real day or nothing', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 20, unit: fc.constantFrom(...'0123456789./- Jant'.split('')) }), (text) => {
			const date = parseDate(text, 'dmy');
			expect(date === null || date === 'ambiguous' || new Date(date.date).toISOString().startsWith(date.date)).toBe(true);
		})
	);
});
