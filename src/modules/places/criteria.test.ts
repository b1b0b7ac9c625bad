import { expect, test } from 'vitest';
import { assess, blankCatalogue, indicatorLines, parseIndicators, ruleText, type Catalogue, type Criterion } from './criteria.ts';

const criterion = (number: number): Criterion => ({
	...{ number, title: `K${number}`, question: '', obligation: number < 3 ? 'must' : 'should' },
	categories: [1, 2].map((n) => ({ code: `${number}.${n}`, title: 'x', definition: '', effect: '', indicators: [] }))
});
const catalogue = (filled: number[], minOthers = 5): Catalogue => ({
	...{ version: 1, attitude: 'ja', minOthers },
	criteria: blankCatalogue().criteria.map((blank) => (filled.includes(blank.number) ? criterion(blank.number) : blank))
});
const whole = catalogue([1, 2, 3, 4, 5, 6, 7, 8, 9]);
const known = catalogue([1, 2, 3, 6, 8, 9]);
const result = (asked: Catalogue, ...codes: string[]) => assess(asked, new Set(codes)).result;

test('one and two are obligatory, and five of the other seven', () => {
	expect(result(whole, '1.1', '2.2', '3.1', '4.1', '5.1', '6.1', '7.1')).toBe('met');
	expect(result(whole, '1.1', '2.2', '3.1', '4.1', '5.1', '6.1')).toBe('not_yet');
	expect(result(whole, '1.1', '3.1', '4.1', '5.1', '6.1', '7.1', '8.1', '9.1')).toBe('not_yet');
});

test('two categories of one criterion count once', () => {
	expect(assess(whole, new Set(['3.1', '3.2', '6.1', '6.2'])).othersMet).toBe(2);
});

test('what the network has not filled in counts neither for nor against: all that can be assessed is asked, and it is said', () => {
	const all = assess(known, new Set(['1.1', '2.1', '3.1', '6.1', '8.1', '9.1']));
	expect(all).toMatchObject({ result: 'as_far', othersMet: 4, othersNeeded: 5, othersReachable: 4, missing: [] });
	expect(all.criteria.filter(({ outcome }) => outcome === 'blank').map(({ number }) => number)).toEqual([4, 5, 7]);
	expect(result(known, '1.1', '2.1', '3.1', '6.1', '8.1')).toBe('not_yet');
	expect(ruleText(known)[1]).toMatch(/4, 5, 7 .* noch nicht ausgefüllt.*Erreichbar sind deshalb heute 4 statt 5/);
	expect(ruleText(whole)).toHaveLength(1);
});

test('a tick for an empty criterion, or for one that does not exist, changes nothing', () => {
	expect(assess(known, new Set(['4.1', '7.3', '99.9']))).toMatchObject({ othersMet: 0, result: 'not_yet' });
});

test('an obligatory criterion that is empty cannot be failed, but the rule is not met as a whole', () => {
	expect(result(catalogue([2, 3, 4, 5, 6, 7]), '2.1', '3.1', '4.1', '5.1', '6.1', '7.1')).toBe('as_far');
});

test('what is missing says which, how many, and among what', () => {
	expect(assess(known, new Set(['3.1'])).missing).toEqual([
		expect.stringContaining('1 K1 ist verbindlich'),
		expect.stringContaining('2 K2 ist verbindlich'),
		'Es fehlen noch 3 von 4: 6 K6, 8 K8, 9 K9.'
	]);
});

test('indicators are typed one a line, and keep their key when their unit or kind changes', () => {
	const first = parseIndicators('Gäste im Jahr | Menschen | Zahl\nVielfalt || Text\nAnteil nah | % | Anteil\nDenkmal || ja/nein', {
		code: '6.1',
		before: []
	});
	expect(first.map(({ key, kind }) => [key, kind])).toEqual([
		['6.1-gaeste-im-jahr', 'number'],
		['6.1-vielfalt', 'text'],
		['6.1-anteil-nah', 'share'],
		['6.1-denkmal', 'yes_no']
	]);
	expect(parseIndicators(indicatorLines(first), { code: '6.2', before: first })).toEqual(first);
	expect(parseIndicators('Gleich\nGleich\n\n', { code: '1.1', before: [] })).toHaveLength(1);
});
