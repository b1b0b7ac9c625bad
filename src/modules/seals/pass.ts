import { randomBytes, randomInt } from 'node:crypto';

/**
 * A share for somebody who has none, made of the shares of two who have one, without ever putting the two side by side: the first leaves theirs under a
 * mask, the second adds theirs and takes the mask off. What both gave together is a new point of the same line; neither part says anything by itself.
 * Reckoned in GF(2⁸) as `shamir-secret-sharing` does (x⁸ + x⁴ + x³ + x + 1); the last byte of a share is its point. ADR 0029.
 */

/** Without a branch or a table that depends on `secret`. */
function times(secret: number, factor: number): number {
	let [product, power] = [0, secret];
	for (let bit = 0; bit < 8; bit++) {
		product ^= power & -((factor >> bit) & 1);
		power = ((power << 1) ^ (0x11b & -(power >> 7))) & 0xff;
	}
	return product;
}

/** Of a number that is not 0. */
function inverse(number: number): number {
	let result = 1;
	for (let n = 0; n < 254; n++) result = times(result, number);
	return result;
}

/** How much the share at `own` weighs in the one at `wanted`, beside the one at `other`. */
const weight = (wanted: number, own: number, other: number): number => times(wanted ^ other, inverse(own ^ other));

const scaled = (bytes: Uint8Array, factor: number): Uint8Array => bytes.map((byte) => times(byte, factor));
const added = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, n) => byte ^ (b[n] ?? 0));

const heightOf = (share: Uint8Array): Uint8Array => share.subarray(0, -1);
export const pointOf = (share: Uint8Array): number => share.at(-1) ?? 0;

/** A point of the line that nobody has. */
export function freePoint(taken: readonly (number | null)[]): number {
	for (;;) {
		const point = randomInt(1, 256);
		if (!taken.includes(point)) return point;
	}
}

/** What the first one leaves: `part` for whoever gets the share, `mask` for whoever comes second. */
export function firstPart(share: Uint8Array): { part: Uint8Array; mask: Uint8Array } {
	const mask = new Uint8Array(randomBytes(share.length - 1));
	return { part: added(heightOf(share), mask), mask: new Uint8Array([...mask, pointOf(share)]) };
}

/** What the second one adds to it, for whoever gets the share; null where both shares lie at the same point, or at the wanted one. */
export function secondPart(share: Uint8Array, { mask, point }: { mask: Uint8Array; point: number }): Uint8Array | null {
	const [mine, first] = [pointOf(share), pointOf(mask)];
	if (mine === first || mine === point || first === point) return null;
	const factor = weight(point, first, mine);
	const rest = added(scaled(heightOf(share), weight(point, mine, first)), scaled(heightOf(mask), factor));
	return new Uint8Array([...rest, factor]);
}

/** The share that the two parts are. */
export const joined = ({ part, rest, point }: { part: Uint8Array; rest: Uint8Array; point: number }): Uint8Array =>
	new Uint8Array([...added(scaled(part, pointOf(rest)), heightOf(rest)), point]);
