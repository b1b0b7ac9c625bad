import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	adapted,
	addDays,
	answers,
	dueOf,
	nextLook,
	ruleSentences,
	shareText,
	whyNotAnswer,
	whyNotDecide,
	steps,
	type Entry,
	type Rules,
	type Step
} from './freshness.ts';
import { weekOf } from './clock.ts';
import { answerForm, longestWords } from './forms.ts';

const rules: Rules = {
	property: { askAfter: 180, least: 90, most: 360, again: 21, mark: 42, hide: 90, archive: 180 },
	request: { askAfter: 90, least: 60, most: 150, again: 14, mark: 28, hide: 42, archive: null },
	...{ grow: 1.5, shrink: 0.5, early: 0.5, single: 3 }
};
const start = new Date('2026-01-05T05:00:00Z');
const entry = (change: Partial<Entry> = {}): Entry => ({
	...{ kind: 'property', since: start, intervalDays: 180, step: 'current', askedAt: null, asks: 0, reached: 0 },
	...change
});
const at = (days: number) => addDays(start, days);

test('nobody is asked before the interval is over', () => {
	expect(dueOf(entry(), rules, at(179))).toEqual({ kind: 'wait', until: at(180) });
	expect(dueOf(entry(), rules, at(180))).toEqual({ kind: 'ask' });
	expect(dueOf(entry({ intervalDays: 90 }), rules, at(90))).toEqual({ kind: 'ask' });
});

test('after three weeks without an answer once more, and then never again', () => {
	const asked = entry({ step: 'asked', askedAt: at(180), asks: 1, reached: 1 });
	expect(dueOf(asked, rules, at(200))).toEqual({ kind: 'wait', until: at(201) });
	expect(dueOf(asked, rules, at(201))).toEqual({ kind: 'ask' });
	expect(dueOf({ ...asked, asks: 2 }, rules, at(221))).toEqual({ kind: 'wait', until: at(222) });
});

describe('what nobody answers for goes down step by step', () => {
	const silent = (step: Step) => entry({ step, askedAt: at(180), asks: 2, reached: 1 });
	const falls: [Step, Step | null, number][] = [
		['asked', 'marked', 42],
		['marked', 'hidden', 90],
		['hidden', 'archived', 180],
		['archived', null, 0]
	];
	test.for(falls)('from %s to %s', ([from, to, days]) => {
		if (!to) return expect(dueOf(silent(from), rules, at(9999))).toEqual({ kind: 'wait', until: null });
		expect(dueOf(silent(from), rules, at(179 + days))).toMatchObject({ kind: 'wait' });
		// however late the run comes, no step is skipped
		expect(dueOf(silent(from), rules, at(9999))).toEqual({ kind: 'fall', to });
	});
});

test('no step is taken by an entry that was not asked about twice', () => {
	for (const step of Object.keys(steps) as Step[])
		for (const asks of [0, 1])
			expect(dueOf(entry({ step, askedAt: asks ? at(1) : null, asks, reached: asks }), rules, at(9999)).kind).toBe('ask');
});

test('nothing leaves the page when nobody could be asked: somebody is looked for again', () => {
	const alone = entry({ step: 'hidden', askedAt: at(180), asks: 2, reached: 0 });
	expect(dueOf(alone, rules, at(9999))).toEqual({ kind: 'ask' });
});

test('a request is never taken away, it expires', () => {
	const silent = entry({ kind: 'request', step: 'hidden', askedAt: at(90), asks: 2, reached: 1 });
	expect(dueOf(silent, rules, at(9999))).toEqual({ kind: 'wait', until: null });
	expect(nextLook(silent, rules, at(9999))).toBeNull();
});

test('who confirms in time is asked less often, up to a bound; after a change more often', () => {
	const asked = { kind: 'property', intervalDays: 180, step: 'asked' } as const;
	expect(adapted(asked, 'still', rules)).toBe(270);
	expect(adapted({ ...asked, intervalDays: 300 }, 'still', rules)).toBe(360);
	expect(adapted({ ...asked, step: 'marked' }, 'still', rules)).toBe(180);
	expect(adapted(asked, 'changed', rules)).toBe(90);
	expect(adapted({ ...asked, intervalDays: 100 }, 'gone', rules)).toBe(90);
});

test('an interval never leaves the bounds of its kind', () => {
	expect.hasAssertions();
	fc.assert(
		fc.property(
			fc.constantFrom('property' as const, 'request' as const),
			fc.array(fc.constantFrom('still' as const, 'changed' as const, 'gone' as const), { maxLength: 30 }),
			fc.constantFrom(...(Object.keys(steps) as Step[])),
			(kind, said, step) => {
				const days = said.reduce((intervalDays, answer) => adapted({ kind, intervalDays, step }, answer, rules), rules[kind].askAfter);
				expect(days).toBeGreaterThanOrEqual(rules[kind].least);
				expect(days).toBeLessThanOrEqual(rules[kind].most);
			}
		)
	);
});

test('a confirmation at its longest interval comes before a request expires', () => {
	expect(rules.request.most + rules.request.again).toBeLessThan(180);
});

test('an answer can be changed until somebody has decided on it', () => {
	expect(whyNotAnswer({ answer: null, decidedAt: null })).toBeNull();
	expect(whyNotAnswer({ answer: 'gone', decidedAt: null })).toBeNull();
	expect(whyNotAnswer({ answer: 'still', decidedAt: start })).toBeNull();
	expect(whyNotAnswer({ answer: 'gone', decidedAt: start })).toMatch('schon entschieden');
});

test('decided is once, and only what somebody said', () => {
	expect(whyNotDecide({ answer: 'gone', decidedAt: null })).toBeNull();
	expect(whyNotDecide({ answer: 'gone', decidedAt: start })).toMatch('schon entschieden');
	for (const answer of [null, 'still', 'changed'] as const) expect(whyNotDecide({ answer, decidedAt: null })).toMatch('Niemand hat gesagt');
});

test('whatever is sent, an answer comes of it or a sentence says what is wrong', () => {
	expect.hasAssertions();
	const ask = '00000000-0000-7000-8000-000000000001';
	const anything = fc.oneof(
		fc.string(),
		fc.constantFrom('still', 'changed', 'gone', ask, '', 'toString'),
		fc.array(fc.string(), { maxLength: 3 })
	);
	fc.assert(
		fc.property(fc.record({ ask: anything, answer: anything, words: anything }, { requiredKeys: [] }), (form) => {
			const { success, data, error } = answerForm.safeParse(form);
			if (success) expect([Object.hasOwn(answers, data.answer), data.words.length <= longestWords]).toEqual([true, true]);
			else expect(error.issues.length).toBeGreaterThan(0);
		})
	);
	expect(answerForm.parse({ ask, answer: 'still' })).toEqual({ ask, answer: 'still', words: '' });
	expect(answerForm.safeParse({ ask, answer: 'still', words: 'x'.repeat(longestWords + 1) }).error?.issues[0]?.path).toEqual(['words']);
});

test('a share never claims more than it is', () => {
	expect(shareText({ current: 31, all: 40 })).toBe('31 von 40 (77 %)');
	expect(shareText({ current: 0, all: 0 })).toBe('0 von 0 (0 %)');
});

test('the rules explain themselves from the data', () => {
	expect(ruleSentences('property', rules)[0]).toContain('6 Monate');
	expect(ruleSentences('property', { ...rules, property: { ...rules.property, askAfter: 100 } })[0]).toContain('100 Tage');
	expect(ruleSentences('request', rules).join(' ')).toContain('wenn er abläuft');
});

test('a week is named by its Monday', () => {
	expect(weekOf(new Date('2026-11-29T12:00:00Z'))).toBe('2026-11-23');
	expect(weekOf(new Date('2026-11-30T00:00:00Z'))).toBe('2026-11-30');
});
