import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarFile, type CalendarEntry } from './ics.ts';

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
	...{ id: 'x', title: 'Rundgang', place: 'Markt 12', text: '', url: 'https://a.example/konto/faelle/x', isCancelled: false, sequence: 3 },
	...{ startsAt: new Date('2027-03-28T12:00:00Z'), endsAt: new Date('2027-03-28T13:30:00Z'), stampedAt: new Date('2026-11-22T10:00:00Z') },
	...more
});
/** Unfolded lines, as a reader sees them. */
const lines = (text: string) => text.replace(/\r\n /g, '').split('\r\n');

test('a date stands there in the time of Germany, in summer and in winter', () => {
	expect(lines(calendarFile(entry()))).toContain('DTSTART;TZID=Europe/Berlin:20270328T140000');
	const winter = { startsAt: new Date('2027-03-27T13:00:00Z'), endsAt: new Date('2027-03-27T14:00:00Z') };
	expect(lines(calendarFile(entry(winter)))).toContain('DTSTART;TZID=Europe/Berlin:20270327T140000');
});

test('a date that is called off says so with the same name and a higher number', () => {
	const text = lines(calendarFile(entry({ isCancelled: true, sequence: 4 })));
	for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:4', 'UID:x@gestaltungsraum']) expect(text).toContain(line);
});

test('whatever somebody types stays in its field, and no line is longer than 75 bytes', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 120 }), (title, place) => {
			const text = calendarFile(entry({ title: `${title}\r\nBEGIN:VALARM`, place }));
			for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
			const names = lines(text).filter((line) => /^(BEGIN|END):/.test(line));
			expect(names).toHaveLength(10);
			expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		})
	);
});
