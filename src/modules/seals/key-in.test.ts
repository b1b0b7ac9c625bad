import { expect, test } from 'vitest';
import { keyIn } from './envelope.ts';

const key = `AGE-SECRET-KEY-1${'Q'.repeat(58)}`;

test('a key is found in its sheet, in groups of eight as the page shows it, and typed small', () => {
	const inGroups = (key.match(/.{1,8}/g) ?? []).join(' ');
	for (const given of [
		key,
		`Das ist der Schlüssel\n\n${key}\n\nMit ihm könnt Ihr ändern.`,
		inGroups,
		inGroups.toLowerCase(),
		inGroups.replaceAll(' ', '\n')
	])
		expect(keyIn(given), given).toBe(key);
	expect([keyIn(''), keyIn(key.slice(0, 60))]).toEqual([null, null]);
});
