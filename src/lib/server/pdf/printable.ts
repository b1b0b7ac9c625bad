/** What our cut of Fira Sans can draw (Latin, Greek, Cyrillic, signs). PDF/UA refuses a letter without a shape, so others give way. */
const drawn =
	'\\u0020-\\u007e\\u00a0-\\u017e\\u0180-\\u024f\\u0370-\\u0377\\u037a-\\u037f\\u0384-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03e1\\u03f0-\\u0479\\u048a-\\u04ff' +
	'\\u1e02-\\u1e05\\u1e0a-\\u1e0f\\u1e12-\\u1e13\\u1e1e-\\u1e1f\\u1e24-\\u1e25\\u1e2e-\\u1e2f\\u1e36-\\u1e37\\u1e3c-\\u1e41\\u1e44-\\u1e47\\u1e4a-\\u1e4d' +
	'\\u1e50-\\u1e57\\u1e5a-\\u1e5b\\u1e60-\\u1e63\\u1e6a-\\u1e71\\u1e78-\\u1e79\\u1e80-\\u1e85\\u1e92-\\u1e93\\u1e9e\\u1ea0-\\u1ef9\\u2012-\\u2015\\u2018-\\u201a' +
	'\\u201c-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039-\\u203a\\u2044\\u20ac\\u20af\\u20b9-\\u20ba\\u20bd\\u2113\\u2116\\u2122\\u2126\\u2153-\\u215f' +
	'\\u2190-\\u2199\\u2202\\u2205-\\u2206\\u220f\\u2211-\\u2212\\u2215\\u2219-\\u221a\\u221e\\u222b\\u2248\\u2260\\u2264-\\u2265\\u25af\\u25ca';
const strange = new RegExp(`[^\\n${drawn}]`, 'gu');
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Mn}]/u;

/** A text as it can be set: composed, line ends as `\n`, no invisible signs, an empty box for what has no shape here. */
export function printable(text: string): string {
	const plain = text
		.normalize('NFC')
		.replace(/\r\n?|\u2028|\u2029/g, '\n')
		.replace(/\t/g, ' ')
		.replace(/[\u2010\u2011]/g, '-')
		.replace(/[\u2000-\u200a\u202f\u205f\u3000]/g, '\u00a0')
		.replaceAll('\u00ad', '');
	return plain.replace(strange, (sign) => (sign !== '\n' && unseen.test(sign) ? '' : '\u25af'));
}

/** The same for every text of a paper. */
export function printableAll<T>(value: T): T {
	if (typeof value === 'string') return printable(value) as T;
	if (Array.isArray(value)) return value.map(printableAll) as T;
	if (value && typeof value === 'object')
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printableAll(inner)])) as T;
	return value;
}
