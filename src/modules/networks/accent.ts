/** The accent of a network: one colour that a person chose, and its twin for the dark theme that we compute. Contrast as in WCAG 2.2. */

type Rgb = [number, number, number];

/** The grounds that text in the accent stands on, as in tokens.css. */
const grounds = { light: ['#fbf8f2', '#ffffff'], dark: ['#121a1a', '#1a2424'] } as const;
export const leastContrast = 4.5;

export const isHex = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const format = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

function luminance(hex: string): number {
	const [r, g, b] = parse(hex).map((part) => {
		const share = part / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	}) as Rgb;
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
	const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (bright + 0.05) / (dark + 0.05);
}

const mix = (hex: string, into: string, share: number): string => {
	const [from, to] = [parse(hex), parse(into)];
	return format(from.map((part, i) => part + ((to[i] ?? 0) - part) * share) as Rgb);
};

const soft = (hex: string, theme: 'light' | 'dark') => mix(hex, theme === 'light' ? '#ffffff' : '#121a1a', theme === 'light' ? 0.86 : 0.8);

/** The worst contrast of the accent as text: on paper, on cards, and on its own soft ground. */
const worst = (hex: string, theme: 'light' | 'dark'): number =>
	Math.min(...grounds[theme].map((ground) => contrast(hex, ground)), contrast(hex, soft(hex, theme)));

/** The nearest colour that can be read as text in that theme: darker by day, brighter by night. */
export function readable(hex: string, theme: 'light' | 'dark'): string {
	const into = theme === 'light' ? '#000000' : '#ffffff';
	for (let share = 0; share < 1; share += 0.02) {
		const tried = mix(hex, into, share);
		if (worst(tried, theme) >= leastContrast) return tried;
	}
	return into;
}

export type Accent = { light: string; lightSoft: string; dark: string; darkSoft: string };

/** What a page is painted with, by day and by night. */
export function accentOf(hex: string): Accent {
	const [light, dark] = [readable(hex, 'light'), readable(hex, 'dark')];
	return { light, lightSoft: soft(light, 'light'), dark, darkSoft: soft(dark, 'dark') };
}

/** The accent as custom properties of an element; `ui/face.css` puts them to use. */
export const accentStyle = ({ light, lightSoft, dark, darkSoft }: Accent): string =>
	`--accent:${light};--accent-soft:${lightSoft};--accent-night:${dark};--accent-night-soft:${darkSoft}`;

/** Why a colour cannot be the accent, with one that can, or null. */
export function whyNotAccent(hex: string): string | null {
	if (!isHex(hex)) return 'Bitte eine Farbe als sechs Zeichen angeben, zum Beispiel #2a5a47.';
	const reached = worst(hex, 'light');
	if (reached >= leastContrast) return null;
	const shown = reached.toLocaleString('de-DE', { maximumFractionDigits: 1 });
	return `Schrift in dieser Farbe hat auf hellem Grund nur ${shown} : 1 Kontrast, nötig sind 4,5 : 1. Diese dunklere ginge: ${readable(hex, 'light')}.`;
}
