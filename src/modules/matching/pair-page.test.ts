import { expect, test } from 'vitest';
import { gist } from './gist.ts';
import { backToPair } from './pair-href.ts';
import { passes, readPairFilter } from './pair-filter.ts';

const criterion = (label: string, outcome: 'fits' | 'tension' | 'conflict' | 'unknown', weight = 10) => ({ label, outcome, weight });

test('one line says what fits, where it grates and what nobody knows, the weightiest first', () => {
	const criteria = [
		criterion('Preis', 'unknown'),
		criterion('Lage', 'fits', 5),
		criterion('Fläche', 'fits', 20),
		criterion('Denkmal', 'tension')
	];
	expect(gist(criteria)).toBe('passt: Fläche, Lage · Spannung: Denkmal · unbekannt: Preis');
	expect(gist(['a', 'b', 'c', 'd', 'e'].map((label) => criterion(label, 'fits')))).toBe('passt: a, b, c und 2 weitere');
	expect(gist(['a', 'b', 'c', 'd'].map((label) => criterion(label, 'fits')))).toBe('passt: a, b, c, d');
});

test('without tension nothing speaks against a pair; what is unknown stays in', () => {
	const smooth = readPairFilter(new URLSearchParams('ohne-spannung=on'));
	expect(passes(smooth, { score: 60, criteria: [criterion('Lage', 'fits'), criterion('Preis', 'unknown')] })).toBe(true);
	expect(passes(smooth, { score: 95, criteria: [criterion('Lage', 'tension')] })).toBe(false);
	expect(passes(smooth, { score: 95, criteria: [criterion('Lage', 'conflict')] })).toBe(false);
});

test('the least score counts from itself on; nonsense in the address filters nothing', () => {
	const least = (text: string) => readPairFilter(new URLSearchParams({ ab: text }));
	expect(passes(least('70'), { score: 70, criteria: [] })).toBe(true);
	expect(passes(least('70'), { score: 69, criteria: [] })).toBe(false);
	for (const nonsense of ['', 'viel', '-5', '101', 'NaN', '1e9']) expect(least(nonsense)).toEqual({ smooth: false, from: 0 });
});

test('after acting one is back at the pair with the same filter', () => {
	expect(backToPair(new URL('http://x/konto/gesuche/1/passung?ab=70&neu=1&paar=b'), 'a')).toBe('/konto/gesuche/1/passung?ab=70&paar=a#a');
});
