import { expect, test } from 'vitest';
import { ago, euro, germanDay, squareMetres } from './german.ts';

const now = new Date('2026-11-22T10:00:00Z');
const before = (days: number) => new Date(now.getTime() - days * 86_400_000);

test.for([
	[0, 'heute'],
	[1, 'gestern'],
	[12, 'vor 12 Tagen'],
	[21, 'vor 3 Wochen'],
	[75, 'vor 2 Monaten'],
	[1500, 'vor 4 Jahren']
] as const)('%i days ago reads as "%s"', ([days, text]) => expect(ago(before(days), now)).toBe(text));

test('numbers, money and days as Germans write them', () => {
	expect(squareMetres(1380)).toBe('1.380\u00a0m²');
	expect(euro(3.5)).toBe('3,50\u00a0€');
	expect(euro(120000)).toBe('120.000\u00a0€');
	expect(germanDay('2026-03-14')).toBe('14.03.2026');
	expect(germanDay(new Date('2026-12-31T23:30:00Z')), 'shortly after midnight in Germany').toBe('01.01.2027');
});
