import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedCode } from '#modules/organisations/claim.ts';
import { codeFrom, mayStillObject, objectionStanding, readCode } from './objection.ts';
import { publicationStates, type PublicationState } from './vocabulary.ts';

test('every seal gives a code that is read back however it is typed', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seal) => {
			const code = codeFrom(seal);
			expect(readCode(` ${printedCode(code).toLowerCase()} `)).toBe(code);
		})
	);
});

test('what can be no code is none', () => {
	fc.assert(
		fc.property(fc.string(), (typed) => {
			const code = readCode(typed);
			expect(code === null || /^[A-Z2-9]{12}$/.test(code)).toBe(true);
		})
	);
	for (const typed of ['', 'ABCD', 'ABCD-EFGH-JKL0', 'ABCD-EFGH-JKLM-N']) expect(readCode(typed)).toBeNull();
});

test('every state has its sentence, and only what is locked already is not objected to again', () => {
	for (const state of Object.keys(publicationStates) as PublicationState[]) {
		for (const objectedAt of [null, new Date()]) expect(objectionStanding({ state, objectedAt, decision: null })).toMatch(/\.$/);
		expect(mayStillObject(state)).toBe(state !== 'locked');
	}
});
