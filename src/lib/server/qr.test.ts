import decodeQR from 'qr/decode.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { qrOf } from './qr.ts';

/** The drawn fields as a picture, eight dots each, with white around: what a camera would see of the paper. */
function pictureOf({ size, path }: { size: number; path: string }): { width: number; height: number; data: Uint8Array } {
	const [scale, edge] = [8, 4];
	const width = (size + 2 * edge) * scale;
	const data = new Uint8Array(width * width * 4).fill(255);
	for (const [, x = 0, y = 0] of [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map((found) => found.map(Number)))
		for (let row = (y + edge) * scale; row < (y + edge + 1) * scale; row++)
			for (let column = (x + edge) * scale; column < (x + edge + 1) * scale; column++)
				data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
	return { width, height: width, data };
}

test('a reader that is not ours reads what the code says', () => {
	expect(decodeQR(pictureOf(qrOf('https://raum.example/haus?code=7K3M-9QWD-2XHB')))).toBe('https://raum.example/haus?code=7K3M-9QWD-2XHB');
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 90 }), (text) => {
			expect(decodeQR(pictureOf(qrOf(text)))).toBe(text);
		}),
		{ numRuns: 25 }
	);
});
