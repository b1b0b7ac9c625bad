import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import CheckField from './CheckField.svelte';
import ChoiceField from './ChoiceField.svelte';
import Combobox from './Combobox.svelte';
import Field from './Field.svelte';

test('what was typed stands in the page as the server sends it, in a line and in a text', () => {
	expect(render(Field, { props: { name: 'title', label: 'Titel', value: 'Alte "Post"' } }).body).toContain('value="Alte &quot;Post&quot;"');
	expect(render(Field, { props: { name: 'story', label: 'Geschichte', value: 'Zwei <Worte>', multiline: true } }).body).toMatch(
		/>\s*Zwei &lt;Worte>/
	);
});

test('what was chosen stands in the page as the server sends it', () => {
	const options = { rent: 'Miete', sale: 'Kauf' };
	const choice = render(ChoiceField, { props: { name: 'offer', legend: 'Angebot', options, value: 'sale' } }).body;
	expect([choice.match(/ checked/g)?.length, /value="sale"[^>]* checked/.test(choice)]).toEqual([1, true]);
	expect(render(CheckField, { props: { name: 'agree', label: 'Ja', checked: true } }).body).toMatch(/ checked/);
	expect(render(CheckField, { props: { name: 'agree', label: 'Ja', checked: false } }).body).not.toMatch(/ checked/);
	expect(render(Combobox, { props: { name: 'place', label: 'Ort', value: 'Herzberg', suggestUrl: '/x' } }).body).toContain(
		'value="Herzberg"'
	);
});
