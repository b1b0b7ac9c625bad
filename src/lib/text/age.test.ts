import { expect, test } from 'vitest';
import { ageOf } from './age.ts';

const now = new Date('2026-11-29T10:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test.for([
	[0, 'heute bestätigt', false],
	[1, 'gestern bestätigt', false],
	[25, 'vor 3 Wochen bestätigt', false],
	[180, 'vor 6 Monaten bestätigt', false],
	[181, 'seit 6 Monaten nicht bestätigt', true],
	[430, 'seit 14 Monaten nicht bestätigt', true],
	[800, 'seit 2 Jahren nicht bestätigt', true]
] as const)('%i days: %s', ([days, text, isOld]) => expect(ageOf(daysAgo(days), now)).toEqual({ text, isOld }));

test('what nobody ever confirmed says so', () => expect(ageOf(null, now)).toEqual({ text: 'noch nie bestätigt', isOld: true }));
