import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { moveNames } from '#modules/procedures/way.ts';
import { factText } from './fact-words.ts';
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

test('points of a recommendation are read as points of 100, those of a juror as they were given; several things stand one after the other', () => {
	const places = [{ reason: 'Gut.', parts: { leaf: 1556 }, points: 10_000, rank: 1, conceptId: 'c' }];
	expect(factText('places', places, (id) => (id === 'leaf' ? 'Nutzen' : id))).toBe(
		'Begründung: Gut., Rang: 1, Konzept: c, Punkte: 100,00, davon: Nutzen: 15,56'
	);
	expect(factText('scores', [{ leafId: 'x', points: 2 }])).toBe('Kriterium: x, Punkte: 2');
	const answers = [
		{ answer: 'Ja.', question: 'Strom?', number: 1 },
		{ answer: 'Nein.', question: 'Gas?', number: 2 }
	];
	expect(factsOf({ facts: { answers, capacity: 10_000 } })).toMatchObject([
		{ each: ['Nummer: 1, Frage: Strom?, Antwort: Ja.', 'Nummer: 2, Frage: Gas?, Antwort: Nein.'] },
		{ text: '10.000' }
	]);
});
