import { isTown, placeIn, type Town } from './town.ts';

export type AddressParts = { street?: string; houseNumber?: string; postalCode?: string; city?: string; district?: string };

const number = String.raw`\d{1,4}\s?[a-zA-Z]?(?:\s?[-–\/+,&u.]+\s?\d{1,4}\s?[a-zA-Z]?)*`;
const streetAndNumber = new RegExp(String.raw`^(.*?\p{L}[^\d]*?)\s*,?\s+(?:Nr\.?\s*)?(${number})$`, 'u');
const glued = /^(.*?(?:str\.|straße|strasse|weg|platz|allee|gasse))(\d{1,4}\s?[a-zA-Z]?)$/iu;

/** "Hauptstr. 12 a" as street and number; a street without a number stays a street. */
export function splitStreet(text: string): Pick<AddressParts, 'street' | 'houseNumber'> {
	const tidy = text.replace(/\s+/g, ' ').trim();
	const found = streetAndNumber.exec(tidy) ?? glued.exec(tidy);
	if (!found) return tidy ? { street: tidy } : {};
	return { street: found[1]!.trim(), houseNumber: found[2]!.replace(/\s+/g, ' ').trim() };
}

/** "16278 Angermünde OT Bruchhagen", "Angermünde/Bruchhagen", "Bruchhagen". */
export function splitPlace(text: string, town: Town): Pick<AddressParts, 'postalCode' | 'city' | 'district'> {
	const [, code, rest = ''] = /^(?:D-?\s?)?(\d{5})?\s*,?\s*(.*)$/su.exec(text.trim()) ?? [];
	const [, city = '', part] = /^(.*?)(?:\s*[,/(-]?\s*(?:OT|Ortsteil)\.?\s+|\s+\/\s*|\/|\s+\(|,\s*)(.+?)\)?$/iu.exec(rest) ?? [, rest];
	const parts = {
		...(code && { postalCode: code }),
		...(city.trim() && { city: city.trim() }),
		...(part?.trim() && { district: part.trim() })
	};
	if (parts.city && !parts.district && !isTown(town, parts.city) && placeIn(town, parts.city))
		return { ...(code && { postalCode: code }), city: town.name, district: parts.city };
	return parts;
}

const looksLikePlace = (part: string, town: Town) =>
	/^(D-?\s?)?\d{5}\b/.test(part) ||
	isTown(town, part.replace(/\s*(OT|Ortsteil)\b.*$/i, '')) ||
	placeIn(town, part) !== undefined ||
	/^(OT|Ortsteil)\b/i.test(part);

/** A whole address in one cell. What is not recognised as a place belongs to the street. */
export function parseAddress(text: string, town: Town): AddressParts {
	const parts = text
		.replace(/\s+(?=(D-?)?\d{5}\s+\p{L})/u, ', ')
		.split(/[,;\n]+/)
		.map((p) => p.trim())
		.filter(Boolean);
	const places = parts.filter((p, i) => (i > 0 || parts.length === 1) && looksLikePlace(p, town));
	const rest = parts.filter((p) => !places.includes(p));
	const place = Object.assign(
		{},
		...places.map((p) => splitPlace(p.replace(/^(OT|Ortsteil)\.?\s+/i, `${town.name} OT `), town))
	) as AddressParts;
	const [street = '', ...more] = rest;
	return { ...splitStreet([street, ...more].join(', ')), ...place };
}
