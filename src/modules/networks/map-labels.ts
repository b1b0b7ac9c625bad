export type Spot = { name: string; x: number; y: number };
export type Label = Spot & { at: { x: number; y: number }; anchor: 'start' | 'end' | 'middle' };
type Box = [left: number, top: number, right: number, bottom: number];

const overlaps = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Where the name of each spot is written so that it covers no other name or spot: right, left, above or below; a name without room is left out. `size`: height of the letters. */
export function placeLabels(spots: readonly Spot[], { size, frame }: { size: number; frame: [number, number, number, number] }): Label[] {
	const [x0, , width] = frame;
	const taken: Box[] = spots.map(({ x, y }) => [x - size * 0.5, y - size * 0.5, x + size * 0.5, y + size * 0.5]);
	return spots.flatMap((spot, i) => {
		const { x, y, name } = spot;
		const long = name.length * size * 0.56;
		const options: { at: Label['at']; anchor: Label['anchor']; box: Box }[] = [
			{
				at: { x: x + size * 0.7, y: y + size * 0.32 },
				anchor: 'start',
				box: [x + size * 0.6, y - size * 0.6, x + size * 0.7 + long, y + size * 0.5]
			},
			{
				at: { x: x - size * 0.7, y: y + size * 0.32 },
				anchor: 'end',
				box: [x - size * 0.7 - long, y - size * 0.6, x - size * 0.6, y + size * 0.5]
			},
			{ at: { x, y: y - size * 0.75 }, anchor: 'middle', box: [x - long / 2, y - size * 1.7, x + long / 2, y - size * 0.55] },
			{ at: { x, y: y + size * 1.45 }, anchor: 'middle', box: [x - long / 2, y + size * 0.55, x + long / 2, y + size * 1.75] }
		];
		const free = options.find(
			({ box }) => box[0] >= x0 && box[2] <= x0 + width && !taken.some((other, j) => j !== i && overlaps(box, other))
		);
		if (!free) return [];
		taken.push(free.box);
		return [{ ...spot, at: free.at, anchor: free.anchor }];
	});
}
