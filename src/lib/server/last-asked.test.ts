import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastAsked } from './last-asked.ts';

const filesUpTo = (most: number) => lastAsked<Uint8Array>({ most, bytesOf: ({ length }) => length });

test('what was asked for last stays, what was not goes first, and a large one is not kept at all', () => {
	const kept = filesUpTo(40);
	const file = (length: number) => new Uint8Array(length);
	for (const key of ['a', 'b', 'c', 'd']) kept.put(key, file(10));
	kept.get('a');
	kept.put('e', file(10));
	expect(['a', 'b', 'c', 'd', 'e'].filter((key) => kept.get(key))).toEqual(['a', 'c', 'd', 'e']);
	kept.put('f', file(11));
	expect(kept.get('f')).toBeUndefined();
});

test('never more bytes than said, whatever is put in and asked for', () => {
	const step = fc.record({ key: fc.constantFrom(...'abcdefgh'), bytes: fc.nat(60), isAsked: fc.boolean() });
	fc.assert(
		fc.property(fc.array(step), (steps) => {
			const kept = filesUpTo(200);
			for (const { key, bytes, isAsked } of steps) {
				if (isAsked) kept.get(key);
				else kept.put(key, new Uint8Array(bytes));
			}
			const all = [...'abcdefgh'].map((key) => kept.get(key)?.length ?? 0);
			expect(all.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(200);
			expect(Math.max(...all)).toBeLessThanOrEqual(50);
		})
	);
});
