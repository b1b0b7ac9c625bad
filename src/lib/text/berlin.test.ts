import { expect, test } from 'vitest';
import { endText } from './berlin.ts';

test('an end at midnight is the end of the day before, in winter and in summer; any other is said with its time', () => {
	expect(endText(new Date('2027-01-25T23:00:00Z'))).toBe('Montag, 25. Januar 2027');
	expect(endText(new Date('2027-07-05T22:00:00Z'))).toBe('Montag, 5. Juli 2027');
	expect(endText(new Date('2027-05-31T10:00:00Z'))).toBe('Montag, 31. Mai 2027 um 12:00 Uhr');
});
