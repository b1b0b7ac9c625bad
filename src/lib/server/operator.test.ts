import { expect, test } from 'vitest';
import { readEnv } from './env.ts';
import { operatorOf } from './operator.ts';

test('the lines of the address are parted by commas, and what is missing stays missing', () => {
	const operator = operatorOf(readEnv({ OPERATOR_NAME: 'Stadt Angermünde', OPERATOR_ADDRESS: 'Markt 24, 16278 Angermünde' }));
	expect(operator).toMatchObject({ name: 'Stadt Angermünde', address: ['Markt 24', '16278 Angermünde'], isComplete: false });
});

test('a name, an address and a mail address make the imprint complete', () => {
	const filled = { OPERATOR_NAME: 'Netzwerk', OPERATOR_ADDRESS: 'Weg 1, 12345 Ort', OPERATOR_EMAIL: 'post@netzwerk.example' };
	expect(operatorOf(readEnv(filled)).isComplete).toBe(true);
});

test('a wrong mail address stops the start', () => {
	expect(() => readEnv({ OPERATOR_EMAIL: 'keine' })).toThrow('OPERATOR_EMAIL');
});
