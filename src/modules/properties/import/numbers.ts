/** How a column writes decimals: German "1.234,5" or with a point "1234.5". */
export type NumberStyle = 'german' | 'point';

export type Quantity = {
	value: number;
	/** The lower end of a span such as "80-120". */
	from?: number;
	approximate: boolean;
	unit?: string;
};

const spaces = /[\s\u00a0\u202f'’]/g;

/** A bare number, or null. "90 164", "1.234,5", "1234.5", "-3". */
export function parseNumber(text: string, style: NumberStyle = 'german'): number | null {
	const plain = text.replace(spaces, '');
	if (!/^[+-]?[\d.,]+$/.test(plain) || !/\d/.test(plain)) return null;
	const value = Number(plainDecimals(plain, style));
	return Number.isFinite(value) && Math.abs(value) < 1e12 ? value : null;
}

function plainDecimals(text: string, style: NumberStyle): string {
	const [thousand, decimal] = style === 'german' ? ['.', ','] : [',', '.'];
	const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${thousand}\\d{3})+(\\${decimal}\\d*)?$`);
	if (grouped.test(text)) return text.replaceAll(thousand, '').replace(decimal, '.');
	if (/^[+-]?\d*[.,]?\d*$/.test(text)) return text.replace(',', '.');
	return 'no number';
}

const units: Record<string, RegExp> = {
	'€/m²': /(€|eur(o)?)\s*(\/|je|pro|per)\s*(m²|m2|qm)/i,
	ha: /\bha\b|hektar|hectares?/i,
	'm²': /m²|m2|\bqm\b|quadratmeter|\bm\s*\^?\s*2\b/i,
	'Mio €': /mio/i,
	'T€': /\bt\s?€|\bte?ur\b|tsd/i,
	'€': /€|\beur(o)?\b/i,
	a: /\bar\b/i
};

export function unitOf(text: string): string | undefined {
	return Object.entries(units).find(([, pattern]) => pattern.test(text))?.[0];
}

const span = /^([\d.,\s]+?)\s*(?:-|–|—|bis|to|\/)\s*([\d.,\s]+)$/i;

/** An amount as people write it: "ca. 120 m²", "80-120 m²", "120 qm", "2,5 ha", "rd. 1.200", "120.000,- €". Null when there is none. */
export function parseQuantity(text: string, style: NumberStyle = 'german'): Quantity | null {
	const unit = unitOf(text);
	const approximate = /\b(ca|circa|rd|rund|etwa|geschaetzt|geschätzt|gesch|ungefähr|approx|about)\b|~|≈|\?/i.test(text);
	const bare = text
		.replace(/€\s*(\/|je|pro|per)\s*(m²|m2|qm).*$/i, '')
		.replace(/m²|m2\b|\bqm\b|quadratmeter|\bha\b|hektar|hectares?|€|\beuro?\b|\bmio\b\.?|\btsd\b\.?|\bt(?=\s|€|$)|\bar\b/gi, '')
		.replace(
			/\b(ca|circa|rd|rund|etwa|geschätzt|gesch|ungefähr|approx|about|ab|von|max|bis zu|insg|insgesamt|vb|vhb|nkm|kalt|netto)\b\.?/gi,
			''
		)
		.replace(/[~≈?()]/g, '')
		.replace(/,\s*[-–—]+/g, '')
		.trim();
	const range = span.exec(bare);
	if (range) {
		const [from, value] = [parseNumber(range[1] ?? '', style), parseNumber(range[2] ?? '', style)];
		if (from !== null && value !== null && from < value) return { value, from, approximate: true, unit };
	}
	const value = parseNumber(bare, style);
	return value === null ? null : { value, approximate, unit };
}

/** A column that writes "0.07" or "5.33" and never "1,5" writes decimals with a point. */
export function numberStyleOf(samples: string[]): NumberStyle {
	const plain = samples.map((s) => s.replace(spaces, ''));
	const points = plain.filter((s) => /\d\.\d{1,2}(?!\d)|\d\.\d{4,}|^0\.\d|,\d{3}\./.test(s) && !/\d\.\d{3}(?!\d).*,/.test(s)).length;
	const commas = plain.filter((s) => /\d,\d{1,2}(?!\d)|\d,\d{4,}|\.\d{3},/.test(s)).length;
	return points > commas ? 'point' : 'german';
}
