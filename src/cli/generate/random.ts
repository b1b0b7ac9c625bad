/** A repeatable source of chance: the same seed gives the same world on every machine (sfc32, 128 bits of state). */
export type Chance = {
	/** Uniform in [0, 1). */
	next: () => number;
	/** Whole number from min to max, both included. */
	int: (min: number, max: number) => number;
	yes: (probability: number) => boolean;
	pick: <T>(items: readonly T[]) => T;
	/** `count` different items in their original order. */
	some: <T>(items: readonly T[], count: number) => T[];
	weighted: <T extends string>(weights: Partial<Record<T, number>>) => T;
	/** A UUID of version 8 (RFC 9562: free form) drawn from the same source. */
	uuid: () => string;
};

/** Whole numbers of 32 bits; a different seed is a different sequence, not another place in the same one. */
function sfc32(seed: number): () => number {
	let [a, b, c, counter] = [0x9e3779b9, seed | 0, 0x243f6a88 ^ seed, 1];
	const draw = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + sum;
		return sum >>> 0;
	};
	for (let warmUp = 0; warmUp < 12; warmUp++) draw();
	return draw;
}

export function chance(seed: number): Chance {
	const draw = sfc32(seed);
	const next = () => draw() / 4294967296;
	const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
	const hex = () => draw().toString(16).padStart(8, '0');
	return {
		next,
		int,
		yes: (probability) => next() < probability,
		pick: (items) => items[int(0, items.length - 1)] as (typeof items)[number],
		some: (items, count) => {
			const chosen = new Set<number>();
			while (chosen.size < Math.min(count, items.length)) chosen.add(int(0, items.length - 1));
			return items.filter((_, i) => chosen.has(i));
		},
		weighted: (weights) => {
			const entries = Object.entries(weights) as [keyof typeof weights, number][];
			let left = next() * entries.reduce((sum, [, w]) => sum + w, 0);
			for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
			return (entries.at(-1) as [keyof typeof weights, number])[0];
		},
		uuid: () => {
			const [one, two, three, four] = [hex(), hex(), hex(), hex()];
			return `${one}-${two.slice(0, 4)}-8${two.slice(5)}-${'89ab'[draw() & 3]}${three.slice(1, 4)}-${three.slice(4)}${four}`;
		}
	};
}
