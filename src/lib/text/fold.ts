/**
 * "Müller", "Mueller" and "Muller" become one word: the same as the database's `fold_german` for everything that Germans type
 * (a test compares the two).
 */
export const foldGerman = (text: string): string =>
	text
		.toLowerCase()
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/(^|[^aeiouq])([aou])e/g, '$1$2');

/** The folded words of a text, at most `max`. */
export const foldedWords = (text: string, max = 8): string[] =>
	foldGerman(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean)
		.slice(0, max);
