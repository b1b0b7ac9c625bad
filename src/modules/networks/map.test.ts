import { expect, test } from 'vitest';
import { statePaths } from '#lib/ui/germany.ts';
import { boxOfPath } from './map-box.ts';
import { placeLabels } from './map-labels.ts';

test('the box of a state holds all of it, in kilometres of the map', () => {
	const [x, y, w, h] = boxOfPath('M10 20l5 0 0 10-5-5zM100 50l1 1z', 0);
	expect([x, y, w, h]).toEqual([10, 20, 91, 31]);
	expect(boxOfPath(statePaths['12'] ?? '')[2]).toBeGreaterThan(200);
});

test('two towns side by side: neither name covers the other', () => {
	const frame: [number, number, number, number] = [0, 0, 300, 300];
	const [one, two] = placeLabels(
		[
			{ name: 'Bad Belzig', x: 100, y: 100 },
			{ name: 'Luckenwalde', x: 130, y: 101 }
		],
		{ size: 10, frame }
	);
	expect([one?.anchor, two?.anchor]).toEqual(['end', 'start']);
	expect(placeLabels([{ name: 'Guben', x: 296, y: 100 }], { size: 10, frame })[0]?.anchor).toBe('end');
});
