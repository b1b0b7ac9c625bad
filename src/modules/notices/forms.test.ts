import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decisionForm, noticeForm, wordsForm } from './forms.ts';

const anything = fc.dictionary(
	fc.constantFrom(
		...[
			'address',
			'category',
			'spot',
			'why',
			'name',
			'email',
			'goodFaith',
			'website',
			'words',
			'measure',
			'ground',
			'clause',
			'facts',
			'until'
		]
	),
	fc.oneof(
		fc.string(),
		fc.array(fc.string()),
		fc.constantFrom('on', 'abuse', 'deceit', 'bar', 'law', '31.02.2027', 'a@b.example', '\u0000')
	)
);

test('whatever is typed is understood or refused in German', () => {
	fc.assert(
		fc.property(anything, (typed) => {
			for (const form of [noticeForm, decisionForm, wordsForm]) {
				const read = form.safeParse(typed);
				if (!read.success) for (const issue of read.error.issues) expect(issue.message).not.toBe('');
			}
		})
	);
});

const typed = { address: '/raeume/x', category: 'deceit', spot: 'Bild 2', why: 'Das Haus gibt es nicht.', goodFaith: 'on' };
const fieldsOf = (over: Record<string, string>) => {
	const read = noticeForm.safeParse({ ...typed, ...over });
	return read.success ? [] : read.error.issues.map(({ path }) => String(path[0])).sort();
};

test('name and mail are needed, except where the law says they are not', () => {
	expect(fieldsOf({})).toEqual(['email', 'name']);
	expect(fieldsOf({ name: 'Nora', email: 'nora@post.example' })).toEqual([]);
	expect(fieldsOf({ category: 'abuse' })).toEqual([]);
	expect(fieldsOf({ category: 'abuse', email: 'nora' })).toEqual(['email']);
	expect(fieldsOf({ category: 'abuse', goodFaith: '' })).toEqual(['goodFaith']);
	expect(fieldsOf({ category: 'abuse', why: 'kurz' })).toEqual(['why']);
});
