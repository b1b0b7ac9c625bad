import { expect, test } from 'vitest';
import { age } from './moments.ts';

const now = new Date('2026-11-22T10:00:00Z');

test.for([
	['2026-11-22T09:59:30Z', 'gerade eben'],
	['2026-11-22T07:30:00Z', 'heute, 08:30 Uhr'],
	['2026-11-21T22:59:00Z', 'gestern, 23:59 Uhr'],
	['2026-11-21T23:01:00Z', 'heute, 00:01 Uhr'],
	['2026-11-17T10:00:00Z', 'vor 5 Tagen'],
	['2026-09-01T10:00:00Z', '1. September 2026']
] as const)('%s is %s', ([moment, words]) => expect(age(new Date(moment), now)).toBe(words));
