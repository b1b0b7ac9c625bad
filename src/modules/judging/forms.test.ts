import { readFileSync, globSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds } from '#modules/records/kinds/judging.ts';
import * as forms from './forms.ts';
import { numberOf } from './number.ts';

const id = '01a22b31-2278-7647-a14b-3558edd1346a';
const names = ['kind-', 'note-', 'met-', 'choice-', 'reason-', 'points-'].map((prefix) => prefix + id);
const field = fc.oneof(
	fc.constantFrom(...names, 'version', 'until', 'asks', 'reason', 'words', 'released', 'startsAt', 'minutes', 'was', 'points', 'memberId'),
	fc.string()
);
const value = fc.oneof(
	fc.string(),
	fc.array(fc.string()),
	fc.constantFrom('none', 'met', 'yes', '3', '-1', '99999999999', '2026-12-01T12:00', '2026-03-29T02:30', id)
);
const all = Object.entries(forms).filter(([name]) => name.endsWith('Form'));

test('no form breaks on anything, and what it accepts is whole', () => {
	fc.assert(
		fc.property(fc.dictionary(field, value), fc.constantFrom(...all.map(([name]) => name)), (typed, name) => {
			const form = Object.fromEntries(all)[name] as typeof forms.declareForm;
			const parsed = form.safeParse(typed);
			if (!parsed.success) for (const { message } of parsed.error.issues) expect(message).not.toBe('');
		}),
		{ numRuns: 400 }
	);
});

test('a declaration says where it is not understood, and leaves out what was left open', () => {
	expect(forms.declareForm.parse({ forAll: 'on', [`kind-${id}`]: '' })).toEqual({ forAll: true, entries: [] });
	expect(forms.declareForm.parse({ [`kind-${id}`]: 'none' })).toEqual({
		forAll: false,
		entries: [{ conceptId: id, kind: 'none', note: '' }]
	});
	const issueOf = (typed: object) => forms.declareForm.safeParse(typed).error?.issues[0]?.path[0];
	expect([issueOf({ [`kind-${id}`]: 'Tante' }), issueOf({ [`kind-${id}`]: 'other' })]).toEqual([`kind-${id}`, `note-${id}`]);
});

test('a level that is none stays open, and an hour that no clock shows is refused', () => {
	expect(forms.reviewForm.parse({ version: '0', [`points-${id}`]: 'viele', [`reason-${id}`]: 'so' }).scores).toEqual([
		{ leafId: id, points: null, reason: 'so' }
	]);
	expect(forms.supplementForm.safeParse({ asks: 'Plan', until: '2026-03-29T02:30' }).success).toBe(false);
});

test('an address has a number or there is nothing', () => {
	expect(numberOf('12')).toBe(12);
	for (const word of ['0', '01', '-1', '1.5', 'eins', '', '99999', undefined]) expect(() => numberOf(word), word).toThrow();
});

test('every act has its sentence in the record, and no sentence is without its act', () => {
	const source = globSync('src/modules/judging/server/*.ts')
		.map((file) => readFileSync(file, 'utf8'))
		.join('\n');
	const used = [...new Set([...source.matchAll(/kind: '([a-z]+\.[a-z_]+)'/g)].map(([, kind]) => kind ?? ''))];
	expect(used.sort()).toEqual(Object.keys(kinds).sort());
});

test('a word that every object knows is no kind of conflict and no finding', () => {
	for (const odd of ['constructor', 'toString', '__proto__']) {
		expect(forms.declareForm.safeParse({ [`kind-${id}`]: odd, [`note-${id}`]: 'x' }).success, odd).toBe(false);
		expect(forms.checkForm.safeParse({ version: '0', [`met-${id}`]: odd }).success, odd).toBe(false);
	}
});
