import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { moveNames } from '#modules/procedures/way.ts';
import { factsOf, kindText } from './kinds.ts';

const files = globSync('src/modules/records/kinds/*.ts');

test.for(files)('%s is read: each of its kinds has a sentence', async (file) => {
	const { kinds } = (await import(`./kinds/${basename(file, '.ts')}.ts`)) as { kinds: Record<string, string> };
	for (const [kind, text] of Object.entries(kinds)) {
		expect(kind).toMatch(/^[a-z]+\.[a-z_]+$/);
		expect(kindText(kind)).toBe(text);
	}
	expect(readFileSync('src/modules/records/kinds.ts', 'utf8')).toContain(`./kinds/${basename(file)}`);
});

test('every move of a procedure has its sentence, and a kind that nobody knows is shown by its name', () => {
	for (const move of moveNames) expect(kindText(`procedure.${move}`)).toMatch(/\.$/);
	expect(kindText('future.happened')).toBe('future.happened');
});

test('facts are read in German, codes are told apart', () => {
	expect(factsOf({ facts: { to: 'open', deadline: '2026-12-03T14:30:00.000Z', call: 'a'.repeat(64), other: 3000 } })).toEqual([
		{ name: 'Stand danach', text: 'veröffentlicht', isCode: false },
		{ name: 'Frist', text: 'Donnerstag, 3. Dezember 2026 um 15:30 Uhr', isCode: false },
		{ name: 'Prüfwert des Aufrufs', text: 'a'.repeat(64), isCode: true },
		{ name: 'other', text: '3.000', isCode: false }
	]);
});
