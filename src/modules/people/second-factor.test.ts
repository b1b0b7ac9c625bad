import { expect, test } from 'vitest';
import { cast } from '#testing/cast.ts';
import { inGroups, isFresh, needsSecondFactor, owedBy, plainCode, whyNotRemoveFactor } from './second-factor.ts';

test('office and administration need a second factor, editors and people without office may have one', () => {
	const needs = Object.values(cast).filter(({ grants }) => needsSecondFactor(grants));
	expect(needs.map(({ name }) => name)).toEqual([cast.oskar.name, cast.renate.name]);
});

test('an editor who is office as well needs one', () => {
	expect(needsSecondFactor([{ role: 'editor', ags: '12073008' }, { role: 'office' }])).toBe(true);
});

test.for([
	[cast.oskar, false, false, 'setup'],
	[cast.oskar, true, false, 'code'],
	[cast.oskar, true, true, null],
	[cast.ines, false, false, null],
	[cast.ines, true, false, 'code'],
	[cast.amira, false, false, null],
	[cast.amira, true, false, 'code']
] as const)('%s with a factor: %s, shown: %s, owes %s', ([{ grants }, hasFactor, shown, owed]) => {
	expect(owedBy({ grants, hasFactor, shown })).toBe(owed);
});

test('a session is fresh for half an hour, and whoever has none is never', () => {
	const provenAt = new Date('2026-11-22T10:00:00Z');
	expect(isFresh({ session: { provenAt }, now: new Date('2026-11-22T10:30:00Z') })).toBe(true);
	expect(isFresh({ session: { provenAt }, now: new Date('2026-11-22T10:30:01Z') })).toBe(false);
	expect(isFresh({ now: provenAt })).toBe(false);
});

test('who must have a factor keeps the last one', () => {
	expect(whyNotRemoveFactor(cast.renate.grants, { others: 0 })).toContain('Pflicht');
	expect(whyNotRemoveFactor(cast.renate.grants, { others: 1 })).toBeNull();
	expect(whyNotRemoveFactor(cast.ines.grants, { others: 0 })).toBeNull();
});

test('codes may be typed with capitals, blanks and dashes', () => {
	expect(plainCode(' ABCD-efgh 2345–jkmn ')).toBe('abcdefgh2345jkmn');
	expect(inGroups('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
});
