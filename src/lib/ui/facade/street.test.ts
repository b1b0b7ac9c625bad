import { expect, test } from 'vitest';
import { street } from './street.ts';

const house = (seed: string, lit = 0.7) => ({ seed, lit });
const lightsIn = (svg: string) =>
	(/fill="var\(--facade-light\)" stroke="var\(--facade-frame[^>]* d="([^"]*)"/.exec(svg)?.[1] ?? '').split('M').length - 1;

test('a street is the same for the same houses and stays small', () => {
	expect(street([house('Loitz'), house('Daun')])).toBe(street([house('Loitz'), house('Daun')]));
	expect(street([]).length).toBeLessThan(14_000);
});

test('windows shine where somebody lives: in the told houses, and in the rest as far as the town is lived in', () => {
	expect(lightsIn(street([]))).toBe(0);
	expect(lightsIn(street([house('Loitz')]))).toBeGreaterThan(0);
	expect(lightsIn(street([], 0.6))).toBeGreaterThan(lightsIn(street([house('Loitz')])));
	expect(lightsIn(street([house('Loitz', 0)], 0.6))).toBeLessThan(lightsIn(street([], 0.6)));
});
