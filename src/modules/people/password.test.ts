import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCommonPassword } from './server/internal/common-passwords.ts';
import { whyNotPassword } from './password.ts';

const own = ['ines.krueger@angermuende.example', 'Ines Krüger'];
const why = (password: string) => whyNotPassword(password, { isListed: isCommonPassword, own });

test.for([
	'drei Stühle und ein Kahn',
	'Xk7-piu-Mondkalb',
	'山田太郎の家は青いです、たぶんね',
	'aaaa bbbb cccc dddd',
	'1948 2026 1733 0815 44'
])('„%s“ is taken: nothing is asked but length and that nobody else uses it', (password) => expect(why(password)).toBeNull());

test.for([
	['kurz', 'mindestens 12'],
	['elf Zeichen', 'mindestens 12'],
	['passwort1234', 'rät'],
	['Sommer2026!!', 'rät'],
	['!!!Willkommen123', 'rät'],
	['hallohallohallo', 'rät'],
	['123456789012', 'rät'],
	['qwertzuiopü123', 'rät'],
	['aaaaaaaaaaaaaa', 'rät'],
	['abababababab', 'rät'],
	['Angermuende2026', 'rät'],
	['Krueger 123456', 'rät'],
	['administrator', 'rät'],
	['1qaz2wsx3edc4rfv', 'rät'],
	['x'.repeat(201), 'höchstens']
])('„%s“ is refused', ([password = '', because = '']) => expect(why(password)).toContain(because));

test('no text makes it stumble', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
			expect([null, 'string']).toContain(why(text) === null ? null : typeof why(text));
		})
	);
});
