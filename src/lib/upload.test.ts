import { expect, test } from 'vitest';
import { whyTooHeavy } from './upload.ts';

const file = (name: string, megabytes: number) => ({ name, size: megabytes * 1_000_000 });

test('what is too heavy to be sent is said before it is, with its name and what may be sent', () => {
	expect(whyTooHeavy([file('film.mp4', 2147)], 25_000_000)).toBe(
		'„film.mp4“ hat 2.147 MB, angenommen werden höchstens 25 MB. Bitte verkleinern oder aufteilen.'
	);
	expect(whyTooHeavy([file('a.pdf', 40), file('b.pdf', 30)])).toBe(
		'Zusammen sind das 70 MB, auf einmal gehen höchstens 60 MB. Bitte in zwei Schritten anfügen.'
	);
	expect(whyTooHeavy([file('a.pdf', 25)], 25_000_000)).toBeNull();
	expect(whyTooHeavy([])).toBeNull();
});
