import { expect, test } from 'vitest';
import { fieldsIn, mergeFields, strangeFields } from './merge.ts';

test('fields are filled in, however they are spelled; a value that looks like a field stays a value', () => {
	expect(mergeFields('Es geht um {haus} und { Haus }.', { haus: '{name}', name: 'x' })).toBe('Es geht um {name} und {name}.');
	expect(mergeFields('{toString} {nichts}', { haus: 'x' })).toBe('{toString} {nichts}');
});

test('what is no field is named as it stands there', () => {
	expect(strangeFields('{haus} {hof} {Constructor}', ['haus'])).toEqual(['{hof}', '{Constructor}']);
	expect(fieldsIn('{haus} { HAUS } {tag}')).toEqual(['haus', 'tag']);
});
