/** Addresses as people write them, made comparable. */
export type Address = {
	street?: string | null;
	houseNumber?: string | null;
	postalCode?: string | null;
	city?: string | null;
	district?: string | null;
};

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** Lower case, umlauts written out, accents away: "Straße" and "STRASSE" are one. */
export const plain = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[äöüß]/g, (c) => umlauts[c] ?? c)
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '');

/** "Gasthof am Marktplatz" becomes "gasthof-am-marktplatz". */
export const slugOf = (text: string): string =>
	plain(text)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 80)
		.replace(/-+$/, '');

/** The second key of duplicate checks, "marktstr 3a 16278"; null without a street and number, because streets are long. */
export function addressKey({ street, houseNumber, postalCode, city }: Address): string | null {
	if (!street) return null;
	const whole = plain(`${street} ${houseNumber ?? ''}`)
		.replace(/stra(ss|s)e\b|str\b\.?/g, 'str')
		.replace(/(\d)\s+([a-z])\b/g, '$1$2')
		.replace(/[^a-z0-9]+/g, ' ')
		.replace(/\s+str\b/g, 'str')
		.trim();
	if (!/\d/.test(whole)) return null;
	return `${whole} ${postalCode ?? slugOf(city ?? '')}`.trim();
}

/** "Markt 3, 16278 Angermünde, Ortsteil Biesenbrow" */
export function addressLine({ street, houseNumber, postalCode, city, district }: Address): string {
	const place = [postalCode, city].filter(Boolean).join(' ');
	return [[street, houseNumber].filter(Boolean).join(' '), place, district && district !== city ? `Ortsteil ${district}` : '']
		.filter(Boolean)
		.join(', ');
}
