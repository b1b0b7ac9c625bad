import { combine, split } from 'shamir-secret-sharing';
import { describe, expect, test } from 'vitest';
import { firstPart, freePoint, joined, pointOf, secondPart } from './pass.ts';

const secret = new TextEncoder().encode('AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ');
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const three = async () => (await split(secret, 3, 2)) as [Uint8Array, Uint8Array, Uint8Array];

describe('a share for somebody who has none', () => {
	test('opens together with any other share, a hundred times', async () => {
		for (let n = 0; n < 100; n++) {
			const [ines, friedrich, oskar] = await three();
			const point = freePoint([ines, friedrich, oskar].map(pointOf));
			const { part, mask } = firstPart(ines);
			const rest = secondPart(friedrich, { mask, point });
			if (!rest) throw new Error('nothing to add');
			const new_ = joined({ part, rest, point });
			for (const other of [ines, friedrich, oskar]) expect(text(await combine([new_, other]))).toBe(text(secret));
		}
	});

	test('what the first one left says nothing: under the mask every share looks alike', async () => {
		const [ines] = await three();
		const seen = new Set(Array.from({ length: 400 }, () => firstPart(ines).part[0]));
		expect(seen.size).toBeGreaterThan(150);
		const { part, mask } = firstPart(ines);
		expect(part.every((byte, n) => (byte ^ (mask[n] ?? 0)) === ines[n])).toBe(true);
	});

	test('with both parts the newcomer knows their own share and not that of either: any share of the first fits', async () => {
		const [ines, friedrich, oskar] = await three();
		const point = freePoint([ines, friedrich, oskar].map(pointOf));
		const { part, mask } = firstPart(ines);
		const rest = secondPart(friedrich, { mask, point }) ?? new Uint8Array();
		const own = joined({ part, rest, point });
		await expect(combine([own, new Uint8Array([...part, pointOf(ines)])])).resolves.not.toEqual(secret);
		expect(text(await combine([own, new Uint8Array([...rest.subarray(0, -1), pointOf(friedrich)])]))).not.toBe(text(secret));
	});

	test('two at the same point, or one at the wanted one, make none', async () => {
		const [ines, friedrich] = await three();
		const { mask } = firstPart(ines);
		expect(secondPart(ines, { mask, point: freePoint([pointOf(ines)]) })).toBeNull();
		expect(secondPart(friedrich, { mask, point: pointOf(friedrich) })).toBeNull();
		expect(secondPart(friedrich, { mask, point: pointOf(ines) })).toBeNull();
	});

	test('a free point is none that somebody has', () => {
		const taken = Array.from({ length: 254 }, (_, n) => n + 1);
		expect(freePoint(taken)).toBe(255);
	});
});
