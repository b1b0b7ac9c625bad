import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentOf, contrast, whyNotAccent } from './accent.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

test('black on white is the greatest contrast, a colour on itself the least', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
	expect(contrast('#a93f28', '#a93f28')).toBe(1);
});

test('whatever colour somebody chooses, its twins can be read by day and by night', () => {
	fc.assert(
		fc.property(hex, (chosen) => {
			const { light, lightSoft, dark, darkSoft } = accentOf(chosen);
			for (const ground of ['#fbf8f2', '#ffffff', lightSoft]) expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5);
			for (const ground of ['#121a1a', '#1a2424', darkSoft]) expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5);
		})
	);
});

test('a colour too pale is refused with one that serves, and that one is taken', () => {
	const reason = whyNotAccent('#f5c451');
	expect(reason).toContain('4,5 : 1');
	expect(whyNotAccent(/#[0-9a-f]{6}/.exec(reason ?? '')?.[0] ?? '')).toBeNull();
	expect(whyNotAccent('moosgrün')).toContain('#2a5a47');
	expect(whyNotAccent('#2a5a47')).toBeNull();
});
