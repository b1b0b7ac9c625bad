import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOfCode, makeCode, readCode, writtenCode } from './reply-code.ts';

const ids = fc.uuid();

test('a code is read however it is typed: case, spaces, dashes, O for zero, l and I for one', () => {
	fc.assert(
		fc.property(ids, fc.boolean(), fc.constantFrom('-', ' ', '', ' – ', '.'), (id, isSmall, between) => {
			const code = makeCode('key', id);
			const typed = writtenCode(code)
				.replaceAll('-', between)
				.replaceAll('0', 'O')
				.replaceAll('1', isSmall ? 'l' : 'I');
			expect(readCode(isSmall ? typed.toLowerCase() : typed)).toBe(code);
		})
	);
});

test('the same letter has the same code with the same key, and no two letters share one', () => {
	const codes = fc.sample(ids, 500).map((id) => makeCode('key', id));
	expect(new Set(codes).size).toBe(500);
	expect(makeCode('key', 'a')).toBe(makeCode('key', 'a'));
	expect(makeCode('other', 'a')).not.toBe(makeCode('key', 'a'));
	expect(hashOfCode(makeCode('key', 'a'))).toHaveLength(64);
	expect(writtenCode('7K3M9QWD2XHB')).toBe('7K3M-9QWD-2XHB');
});

test('what cannot be a code is none', () => {
	for (const typed of ['', '7K3M-9QWD-2XH', '7K3M-9QWD-2XHBB', '7K3M-9QWD-2XHU', "' or 1=1 --", '🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠'])
		expect(readCode(typed)).toBeNull();
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (typed) => {
			const code = readCode(typed);
			if (code !== null) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
		})
	);
});
