import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReady, part } from '#testing/profiles.ts';
import { changesBetween, wordsBetween } from './compare.ts';
import type { Part } from './profile.ts';

const only = (is: string, stretches: ReturnType<typeof wordsBetween>) =>
	stretches
		.filter((one) => one.is === is || one.is === 'same')
		.map(({ text }) => text)
		.join('');

test('two texts differ by words, not by letters', () => {
	expect(wordsBetween('Zehn Tage sind zu viel.', 'Fünf Tage sind zu viel.')).toEqual([
		{ text: 'Zehn', is: 'out' },
		{ text: 'Fünf', is: 'in' },
		{ text: ' Tage sind zu viel.', is: 'same' }
	]);
});

test('changes that only a space parts are one', () => {
	expect(wordsBetween('Bis zum Sommer wollen wir', 'Bis Ostern wollen wir').filter(({ is }) => is !== 'same')).toEqual([
		{ text: expect.stringMatching(/^ ?zum Sommer ?$/), is: 'out' },
		{ text: expect.stringMatching(/^ ?Ostern ?$/), is: 'in' }
	]);
});

test('whatever the texts, each side can be read from the difference', () => {
	const words = fc
		.array(fc.constantFrom('Haus', 'Licht', 'Straße', 'am', ' ', '\n', '.', 'Übergabe'), { maxLength: 30 })
		.map((list) => list.join(' '));
	fc.assert(
		fc.property(words, words, (before, after) => {
			const stretches = wordsBetween(before, after);
			expect([only('out', stretches), only('in', stretches)]).toEqual([before, after]);
		})
	);
});

const reworded = (one: Part, text: string) => ({ ...one, data: { ...one.data, text } }) as Part;

test('added, removed, changed, moved: each part is told once, in the order of the page', () => {
	const before = isReady();
	const [intro, first, second, next] = before as [Part, Part, Part, Part];
	const fresh = part('fact', { title: 'Zwei Gleise' });
	expect(changesBetween(before, before)).toEqual([]);
	const after = [intro, { ...first, position: 5 }, second, reworded(next, 'Anders.'), fresh];
	expect(changesBetween(before, after).map(({ kind, is }) => [kind, is])).toEqual([
		['fact', 'added'],
		['standing', 'moved'],
		['standing', 'moved'],
		['next', 'changed']
	]);
	expect(changesBetween(before, [intro, second, next]).map(({ is, name }) => [is, name])).toEqual([['removed', 'Partizipation']]);
});

test('another file is a change, even under the same words', () => {
	const file = (key: string) => ({ key, contentType: 'image/webp', bytes: 1, width: 9, height: 6 });
	const picture = part('picture', { alt: 'Ein Haus', credit: 'Ines' });
	const [change] = changesBetween([{ ...picture, file: file('a') }], [{ ...picture, file: file('b') }]);
	expect(change).toMatchObject({ is: 'changed', hasNewFile: true, fields: [] });
});
