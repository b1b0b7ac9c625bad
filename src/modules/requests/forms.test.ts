import { expect, test } from 'vitest';
import { fields, questionForm, questionIds, questions, requestForm } from './forms.ts';

test('numbers and dates as Germans write them', () => {
	const input = requestForm.parse({ title: 'Werkhof', areaMinM2: '1.080,5', startFrom: '1.3.2027', uses: 'cafe' });
	expect(input).toMatchObject({ areaMinM2: 1080.5, startFrom: '2027-03-01', uses: ['cafe'], requestKind: 'find_space', interimOk: false });
});

test('a size that ends before it begins is told to its field', () => {
	const { error } = requestForm.safeParse({ title: 'Werkhof', areaMinM2: '80', areaMaxM2: '60' });
	expect(error?.issues).toMatchObject([{ path: ['areaMaxM2'] }]);
});

test('every field is asked exactly once', () => {
	const asked = questionIds.flatMap((id) => questions[id].fields as readonly string[]);
	expect([...asked].sort()).toEqual(Object.keys(fields).sort());
});

test('a question touches only its own fields', () => {
	expect(questionForm('groesse').parse({ areaMinM2: '80', title: 'x' })).toEqual({ areaMinM2: 80, areaIsHard: false });
});
