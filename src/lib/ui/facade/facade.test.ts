import fc from 'fast-check';
import { expect, test } from 'vitest';
import { propertyTypes, type PropertyType } from '#modules/properties/vocabulary.ts';
import { emblem } from './emblem.ts';
import { facade, type FacadeFacts } from './facade.ts';

const kinds = Object.keys(propertyTypes) as PropertyType[];
const facts = (more: Partial<FacadeFacts> = {}): FacadeFacts => ({
	kind: 'inn',
	storeys: 2,
	area: 380,
	lit: 0.3,
	seed: 'ANG-7',
	label: 'Gasthof',
	...more
});
const count = (svg: string, fill: string) =>
	(new RegExp(`<path fill="var\\(--facade-${fill},#\\w+\\)" stroke[^>]* d="([^"]*)"`).exec(svg)?.[1]?.match(/M/g) ?? []).length;

/** Opens and closes every element, quotes every attribute, and holds no bare sign. */
function isWellFormed(svg: string): boolean {
	const open: string[] = [];
	const rest = svg.replace(/<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>/g, (...[, end, name, , empty]: string[]) => {
		if (end) return open.pop() === name ? '' : '<';
		if (!empty) open.push(name ?? '');
		return '';
	});
	return open.length === 0 && !/[<>]/.test(rest);
}

const anyFacts = fc.record({
	kind: fc.constantFrom(...kinds),
	storeys: fc.option(fc.integer({ min: 0, max: 40 })),
	area: fc.option(fc.double({ min: 0, max: 90_000, noNaN: true })),
	lit: fc.double({ min: 0, max: 1, noNaN: true }),
	heritage: fc.boolean(),
	seed: fc.string(),
	label: fc.string()
});

test('the same facts give the same house, another seed another one', () => {
	fc.assert(fc.property(anyFacts, (some) => facade(some) === facade(some)));
	expect(facade(facts())).not.toBe(facade(facts({ seed: 'ANG-8' })));
});

test('every house is well-formed, of finite numbers, and small', () => {
	fc.assert(
		fc.property(anyFacts, (some) => {
			const svg = facade(some);
			expect(isWellFormed(svg), svg).toBe(true);
			expect(svg.replace(some.label, '')).not.toMatch(/NaN|undefined|Infinity/);
			expect(svg.length - some.label.length * 6).toBeLessThan(4600);
		}),
		{ numRuns: 300 }
	);
});

test('a label from outside stays a label', () => {
	const svg = facade(facts({ label: '"><script>alert(1)</script>&' }));
	expect(svg).toContain('aria-label="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"');
	expect(isWellFormed(svg)).toBe(true);
});

test('without a label the picture is decorative', () => {
	expect(facade(facts({ label: '' }))).toContain('aria-hidden="true"');
});

test.for(kinds)('a %s is dark when vacant, shines when in use, and never loses a light on the way', (kind) => {
	const shares = [0, 0.1, 0.3, 0.6, 1].map((lit) => facade(facts({ kind, lit })));
	const lights = shares.map((svg) => count(svg, 'light'));
	expect(lights[0]).toBe(0);
	expect(lights[1]).toBeGreaterThan(0);
	expect(lights).toEqual([...lights].sort((a, b) => a - b));
	expect(count(shares[4] ?? '', 'dark')).toBe(0);
});

test('kinds are told apart by their drawing', () => {
	const drawings = kinds.map((kind) => facade(facts({ kind })));
	expect(new Set(drawings).size).toBe(kinds.length);
});

test('a monument carries its plaque', () => {
	expect(facade(facts({ heritage: true }))).toContain('#1f4fa3');
	expect(facade(facts())).not.toContain('#1f4fa3');
});

test.for(kinds)('the emblem of a %s is a few hundred bytes and well-formed', (kind) => {
	const svg = emblem({ kind, lit: 0.5, seed: 'x' });
	expect(svg.length).toBeLessThan(900);
	expect(isWellFormed(svg)).toBe(true);
});
