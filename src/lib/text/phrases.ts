/** Small German phrasing for match sentences. */
const whole = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export const m2 = (value: number) => `${whole.format(value)} m²`;
export const km = (value: number) => `${whole.format(value)} km`;
export const euro = (value: number) => `${whole.format(value)} €`;
export const date = (iso: string) => day.format(new Date(`${iso}T00:00:00Z`));

/** "80–120 m²", "ab 80 m²", "bis 120 m²", "80 m²". */
export function range(min: number | null, max: number | null): string {
	if (min !== null && max !== null) return min === max ? m2(min) : `${whole.format(min)}–${m2(max)}`;
	if (min !== null) return `ab ${m2(min)}`;
	return max === null ? 'Fläche offen' : `bis ${m2(max)}`;
}

/** "Café", "Café und Werkstatt", "Café, Werkstatt und Laden": in the order of the vocabulary, whatever order they came in. */
export function list<K extends string>(words: Record<K, string>, keys: readonly K[], joint = 'und'): string {
	const texts = (Object.keys(words) as K[]).filter((key) => keys.includes(key)).map((key) => words[key]);
	return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${joint} ${texts.at(-1)}`;
}
