/** What somebody typed where a place is asked for, taken apart. */
export type PlaceQuery = { ags?: string; postalCode?: string; name?: string; hint?: string };

/** "16278", "16278 Angermünde", "Angermünde, Uckermark", "12073008", "Neuenkirchen (Kreis Steinburg)". An empty object when nothing is left. */
export function parsePlace(text: string): PlaceQuery {
	const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 120);
	if (/^\d{8}$/.test(plain)) return { ags: plain };
	const postalCode = /(?<!\d)\d{5}(?!\d)/.exec(plain)?.[0];
	const rest = plain.replace(postalCode ?? '', ' ').replace(/\bD-\s/i, ' ');
	const [name = '', ...hints] = rest.split(/[,;]/).map((part) => part.trim());
	const hint = hints
		.join(' ')
		.replace(/^(Landkreis|Kreis|Lkr\.?|LK)\s+/i, '')
		.trim();
	return { ...(postalCode && { postalCode }), ...(name && { name }), ...(hint && { hint }) };
}

type Named = {
	name: string;
	kind: 'municipality' | 'place' | 'postal_code';
	postalCode: string | null;
	municipality: string;
	district: string;
};

/** What a place field holds when a suggestion is taken: finds the same place again. */
export const placeValue = ({ name, postalCode }: Named): string => (postalCode ? `${postalCode} ${name}` : name);

/** What tells a place from its namesakes: "Uckermark", for an Ortsteil "Angermünde, Uckermark". */
export const placeLabel = ({ kind, name, municipality, district }: Named): string =>
	kind === 'municipality' || name === municipality ? district : municipality === district ? municipality : `${municipality}, ${district}`;
