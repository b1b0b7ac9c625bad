import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inlineOf, proseOf } from './prose.ts';

test('blank lines make paragraphs, dashes a list, numbers a numbered one', () => {
	expect(proseOf('Eins\nweiter\n\n- Werkstatt\n- Laden,\n  auch sonntags\n\n1. fragen\n2) öffnen')).toEqual([
		{ kind: 'paragraph', inline: [{ text: 'Eins weiter' }] },
		{ kind: 'list', items: [[{ text: 'Werkstatt' }], [{ text: 'Laden, auch sonntags' }]] },
		{ kind: 'numbers', items: [[{ text: 'fragen' }], [{ text: 'öffnen' }]] }
	]);
	expect(proseOf('Das haben wir:\n- Mut').map(({ kind }) => kind)).toEqual(['paragraph', 'list']);
});

test('addresses become links, with or without words, and the full stop stays outside', () => {
	expect(inlineOf('Mehr auf https://www.stadt.example/insek. Und [im Rathaus](https://stadt.example)!')).toEqual([
		{ text: 'Mehr auf ' },
		{ text: 'stadt.example/insek', href: 'https://www.stadt.example/insek' },
		{ text: '. Und ' },
		{ text: 'im Rathaus', href: 'https://stadt.example' },
		{ text: '!' }
	]);
});

test('whatever is typed, a link leads to http(s) or mail and nothing is lost', () => {
	expect(inlineOf('[klick](javascript:alert(1))')).toEqual([{ text: '[klick](javascript:alert(1))' }]);
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('[', ']', '(', ')', 'javascript:', 'https://a.example', 'mailto:a@b.example', ' ', 'x', '\n', '- ')),
			(bits) => {
				for (const block of proseOf(bits.join('')))
					for (const { href } of block.kind === 'paragraph' ? block.inline : block.items.flat())
						expect(href ?? 'https://').toMatch(/^(https?:\/\/|mailto:)/);
			}
		)
	);
});
