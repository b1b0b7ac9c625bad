import { encode } from 'uqr';

/** A QR code as the path of its dark fields, one unit each, with the quiet border that readers need; drawn on the server, so no script sees what it says. */
export type Qr = { size: number; path: string };

export function qrOf(text: string): Qr {
	const { data, size } = encode(text, { ecc: 'M', border: 2 });
	const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
	return { size, path };
}
