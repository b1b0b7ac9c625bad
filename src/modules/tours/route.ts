import { metresBetween } from '#lib/distance.ts';

/** The way between stops: great circles, lengthened because streets bend. An estimate, and called one wherever it is shown. */

/** Streets of small towns are about so much longer than the straight line. */
export const detour = 1.3;
/** A group that looks around, in metres per minute: 3.6 km/h. */
export const pace = 60;
/** As many as can be put in the best order exactly, and as many as a group can take in. */
export const mostStops = 12;

/** WGS84 degrees; null where a stop has no place. */
export type Spot = { lat: number | null; lon: number | null };
type Known = { lat: number; lon: number };

const isKnown = (spot: Spot): spot is Known => spot.lat !== null && spot.lon !== null;
const between = (a: Known, b: Known): number => metresBetween(a, b) * detour;

export type Measured = { metres: number; minutes: number; unknown: number };

/** How long the way is in this order, and how many stops are not counted because nobody knows where they are. */
export function measure(spots: readonly Spot[]): Measured {
	const known = spots.filter(isKnown);
	const metres = known.slice(1).reduce((sum, spot, n) => sum + between(known[n] ?? spot, spot), 0);
	return { metres, minutes: metres / pace, unknown: spots.length - known.length };
}

/** Cheapest ways through ever larger sets of stops (Held and Karp 1962), from `start` or, without it, from any; ends where it likes. Exact. */
function cheapest(costs: readonly (readonly number[])[], start: number | null): number[] {
	const n = costs.length;
	const full = 2 ** n;
	const best = Array.from({ length: full }, () => new Float64Array(n).fill(Infinity));
	const from = Array.from({ length: full }, () => new Int8Array(n).fill(-1));
	for (let i = 0; i < n; i++) if (start === null || start === i) (best[1 << i] as Float64Array)[i] = 0;
	for (let set = 1; set < full; set++)
		for (let last = 0; last < n; last++) {
			const cost = best[set]?.[last] ?? Infinity;
			if (cost === Infinity) continue;
			for (let next = 0; next < n; next++) {
				if (set & (1 << next)) continue;
				const [grown, sum] = [set | (1 << next), cost + (costs[last]?.[next] ?? 0)];
				if (sum >= (best[grown]?.[next] ?? 0)) continue;
				(best[grown] as Float64Array)[next] = sum;
				(from[grown] as Int8Array)[next] = last;
			}
		}
	return walkBack({ best, from, full });
}

function walkBack({ best, from, full }: { best: Float64Array[]; from: Int8Array[]; full: number }): number[] {
	const ends = [...(best[full - 1] ?? [])];
	let [set, last] = [full - 1, ends.indexOf(Math.min(...ends))];
	const order: number[] = [];
	while (last >= 0) {
		order.unshift(last);
		const before = from[set]?.[last] ?? -1;
		set &= ~(1 << last);
		last = before;
	}
	return order;
}

/**
 * The shortest order of at most twelve stops, as their numbers. The first stays the first, because people meet there; stops without a place come
 * last, as they stood. Never longer than the order that was typed.
 */
export function shortestOrder(spots: readonly Spot[]): number[] {
	const typed = spots.map((_, n) => n);
	if (spots.length > mostStops) return typed;
	const known = typed.filter((n) => isKnown(spots[n] as Spot));
	if (known.length < 3) return typed;
	const costs = known.map((a) => known.map((b) => between(spots[a] as Known, spots[b] as Known)));
	const found = cheapest(costs, known[0] === 0 ? 0 : null).map((n) => known[n] ?? 0);
	const rest = typed.filter((n) => !known.includes(n));
	const order = known[0] === 0 ? [...found, ...rest] : [0, ...found, ...rest.filter((n) => n !== 0)];
	const isShorter = measure(order.map((n) => spots[n] as Spot)).metres < measure(spots).metres - 1;
	return isShorter ? order : typed;
}

/** "etwa 1,8 km", "etwa 350 m": to what can be meant. */
export function wayText(metres: number): string {
	if (metres < 950) return `etwa ${Math.max(50, Math.round(metres / 50) * 50)} m`;
	return `etwa ${(metres / 1000).toFixed(1).replace('.', ',')} km`;
}

/** "35 Minuten", "2 Stunden 10 Minuten", to five minutes. */
export function minutesText(minutes: number): string {
	const whole = Math.max(5, Math.round(minutes / 5) * 5);
	const [hours, rest] = [Math.floor(whole / 60), whole % 60];
	const parts = [hours ? (hours === 1 ? 'eine Stunde' : `${hours} Stunden`) : '', rest ? `${rest} Minuten` : ''];
	return parts.filter(Boolean).join(' ');
}
