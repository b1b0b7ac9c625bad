import type { Content } from '#modules/concepts/concept.ts';

/** Hiding names in a text: what the pre-checker lists is hidden wherever it stands, with the endings that German adds. */

export const hiddenMark = '[verborgen]';

/** What is worth nothing as a name and would tear holes into every text. */
const tooCommon = new Set([
	'der',
	'die',
	'das',
	'und',
	'von',
	'für',
	'mit',
	'the',
	'gmbh',
	'verein',
	'gruppe',
	'gründung',
	'genossenschaft'
]);

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** A pattern for all words at once, the longest first; null without any. */
function patternOf(words: readonly string[]): RegExp | null {
	const listed = [...new Set(words.map((word) => word.normalize('NFC').trim()).filter((word) => word.length > 1))];
	if (!listed.length) return null;
	const parts = listed.sort((a, b) => b.length - a.length).map(escaped);
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?:'s|’s|s|es|n|en|er|ern)?(?![\\p{L}\\p{N}])`, 'giu');
}

/** The text as the jury reads it. */
export function redact(text: string, words: readonly string[]): string {
	const pattern = patternOf(words);
	return pattern ? text.normalize('NFC').replace(pattern, hiddenMark) : text;
}

/** One word or name in each line, as the form has it. */
export const wordsOf = (typed: string): string[] => [
	...new Set(
		typed
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line.length > 1)
	)
];

/** What would tell who it is: names with their parts, the address with its domain, the number. */
export function suggestedWords({ name, contact, email, phone }: Content['applicant']): string[] {
	const domain = /@(.+)$/.exec(email)?.[1] ?? '';
	const parts = `${name} ${contact}`.split(/[\s,;()„“"]+/).filter((part) => part.length > 2 && !tooCommon.has(part.toLowerCase()));
	return [...new Set([name, contact, email, domain, phone, ...parts].map((word) => word.trim()).filter((word) => word.length > 2))];
}
