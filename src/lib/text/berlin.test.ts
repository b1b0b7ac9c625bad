import { expect, test } from 'vitest';
import { berlinMoment, endText, whyNoMoment } from './berlin.ts';

test('an end at midnight is the end of the day before, in winter and in summer; any other is said with its time', () => {
	expect(endText(new Date('2027-01-25T23:00:00Z'))).toBe('Montag, 25. Januar 2027');
	expect(endText(new Date('2027-07-05T22:00:00Z'))).toBe('Montag, 5. Juli 2027');
	expect(endText(new Date('2027-05-31T10:00:00Z'))).toBe('Montag, 31. Mai 2027 um 12:00 Uhr');
});

test('the hour that the clock leaves out, a year by mistake and no moment at all each have their sentence', () => {
	expect(whyNoMoment('2027-03-28T02:30')).toContain('Diese Uhrzeit gibt es in dieser Nacht nicht');
	expect(whyNoMoment('2027-03-28T03:00')).toBeNull();
	expect(whyNoMoment('2027-10-31T02:30'), 'the hour that comes twice').toBeNull();
	for (const year of ['9999', '0026', '1999', '2101'])
		expect(whyNoMoment(`${year}-03-03T12:00`), year).toBe('Bitte ein Jahr zwischen 2000 und 2100.');
	for (const text of ['', 'morgen', '2027-02-30T12:00', '2027-02-03', '2027-02-03T24:00', '2027-02-03T12:60', '10000-01-01T12:00'])
		expect(whyNoMoment(text), text).toContain('Bitte Tag und Uhrzeit');
	expect(berlinMoment('2027-02-03T24:00')).toBeNull();
});
