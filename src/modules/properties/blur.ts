import { createHmac } from 'node:crypto';
import type { Precision } from './vocabulary.ts';

export type Point = { lat: number; lon: number };
export type Blurred = {
	lat: number | null;
	lon: number | null;
	precision: Precision;
	/** The building: the same id always moves the same way. */
	id: string;
	/** The installation's own key `blur`; without it nobody can take the offset back. */
	secret: string;
	/** The middle of the municipality. */
	centre: Point | null;
};

const metresPerDegree = 111_320;

/** Nearest and farthest displacement in metres of each step: a house never stands where it is shown. */
export const displacements = { street: [50, 100], district: [200, 400] } as const;

/** Two numbers in [0, 1) that only who knows the secret can compute. */
function fractions(secret: string, subject: string): [number, number] {
	const bytes = createHmac('sha256', secret).update(subject).digest();
	return [bytes.readUInt32BE(0) / 2 ** 32, bytes.readUInt32BE(4) / 2 ** 32];
}

function moved({ lat, lon }: Point, { secret, id, step }: { secret: string; id: string; step: keyof typeof displacements }): Point {
	const [near, far] = displacements[step];
	const [turn, reach] = fractions(secret, `${step}:${id}`);
	const distance = Math.sqrt(near ** 2 + reach * (far ** 2 - near ** 2));
	const angle = 2 * Math.PI * turn;
	return {
		lat: lat + (distance * Math.sin(angle)) / metresPerDegree,
		lon: lon + (distance * Math.cos(angle)) / (metresPerDegree * Math.cos((lat * Math.PI) / 180))
	};
}

const rounded = ({ lat, lon }: Point): Point => ({ lat: Math.round(lat * 1e5) / 1e5, lon: Math.round(lon * 1e5) / 1e5 });

/**
 * Where the public may see a house. One offset per house and precision, so that asking again teaches nothing. The district's point is moved on from
 * the street's: who has seen both knows no more than the street.
 * Null when the place is hidden, or unknown.
 */
export function publicPoint({ lat, lon, precision, id, secret, centre }: Blurred): Point | null {
	if (precision === 'hidden') return null;
	if (precision === 'municipality') return centre && rounded(centre);
	if (lat === null || lon === null) return null;
	const point = { lat, lon };
	if (precision === 'exact') return rounded(point);
	const street = moved(point, { secret, id, step: 'street' });
	return rounded(precision === 'street' ? street : moved(street, { secret, id, step: 'district' }));
}
