import sharp from 'sharp';
import { storeLogo } from '#lib/server/store-logo.ts';
import type { Store } from '#lib/server/store.ts';

const colours = ['#a93f28', '#2a5a47', '#3d5a80', '#8a5a00', '#6b4a7a', '#1f6f78'];
const shapes = [
	'<path d="M20 150V80l80-60 80 60v70z" fill="COLOUR"/><path d="M80 150v-45a20 20 0 0 1 40 0v45z" fill="#f5c451"/>',
	'<circle cx="100" cy="88" r="66" fill="COLOUR"/><path d="M70 118V80l30-24 30 24v38z" fill="#fff"/>',
	'<path d="M24 40h152v110H24z" fill="COLOUR"/><path d="M52 70h28v28H52zM120 70h28v28h-28z" fill="#f5c451"/><path d="M86 112h28v38H86z" fill="#fff"/>',
	'<path d="M30 150L100 24l70 126z" fill="COLOUR"/><circle cx="100" cy="108" r="20" fill="#f5c451"/>'
];
const sum = (text: string) => [...text].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
const initials = (name: string) =>
	name
		.split(/[\s-]+/)
		.filter((word) => /^\p{Lu}/u.test(word))
		.slice(0, 3)
		.map((word) => word[0])
		.join('');

/** An invented logo for something invented: a shape, a colour, its initials. Returns its key. */
export async function drawLogo(store: Store, name: string): Promise<string> {
	const shape = (shapes[sum(name) % shapes.length] ?? '').replaceAll('COLOUR', colours[sum(name) % colours.length] ?? '');
	const letters = `<text x="100" y="192" font-family="sans-serif" font-size="36" font-weight="700" text-anchor="middle" fill="#1f2b29">${initials(name)}</text>`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300" viewBox="0 0 200 200">${shape}${letters}</svg>`;
	return storeLogo(store, { name: `${name}.png`, bytes: new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer()) });
}
