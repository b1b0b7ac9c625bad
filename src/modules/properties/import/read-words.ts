import { foldWords } from './fold.ts';
import { remember } from './remember.ts';
import { unknownWords } from './vocabulary-values.ts';

export type WordTable<K extends string> = [string, K][];

const padded = (text: string) => ` ${text} `;

function stands(phrase: string, folded: string): boolean {
	if (phrase.endsWith('*')) return padded(folded).includes(` ${phrase.slice(0, -1)}`);
	return padded(folded).includes(padded(phrase));
}

/** "kein", "nicht" and "ohne" turn a meaning round; a phrase that does not carry them itself is no match then. */
const negated = (folded: string, phrase: string) => /\b(kein\w*|nicht|ohne)\b/.test(folded) && !/\b(kein\w*|nicht|ohne|un\w+)/.test(phrase);

export const saysUnknown = (text: string): boolean => /^[-–—?./\s]*$/.test(text) || (text.length < 40 && unknownWords.has(foldWords(text)));

const marks = new Map(Object.entries({ '✓': 'ja', '✔': 'ja', '☑': 'ja', '✗': 'nein', '✘': 'nein', '☐': 'nein', '×': 'ja' }));

const answers = new WeakMap<WordTable<string>, (text: string) => { word: string | null }>();

/** The word of the register that a cell means, or null: the whole cell, else the longest phrase in it, else a typing mistake in a long word. */
export function readWord<K extends string>(text: string, table: WordTable<K>): K | null {
	const answer = answers.get(table) ?? remember((cell) => ({ word: findWord(cell, table) }));
	answers.set(table, answer);
	return answer(text).word as K | null;
}

function findWord<K extends string>(text: string, table: WordTable<K>): K | null {
	const folded = foldWords(marks.get(text.trim()) ?? text);
	if (!folded) return null;
	const exact = table.find(([phrase]) => phrase.replace('*', '') === folded);
	if (exact) return exact[1];
	const within = table.find(([phrase]) => phrase.length > 2 && stands(phrase, folded) && !negated(folded, phrase));
	if (within) return within[1];
	const near = table.find(([phrase]) => phrase.length > 6 && oneTypo(phrase.replace('*', ''), folded));
	return near?.[1] ?? null;
}

/** Every word of the register in a cell that lists several: "Wohnen, Werkstatt / Café". */
export function readWords<K extends string>(text: string, table: WordTable<K>): { words: K[]; rest: string[] } {
	const parts = text.split(/[,;/|+\n]|\bund\b|\boder\b|\bu\.|&/i).map((p) => p.trim());
	const words = new Set<K>();
	const rest: string[] = [];
	const folded = foldWords(text);
	const whole = table.find(([phrase]) => phrase.replace('*', '') === folded);
	if (whole) return { words: [whole[1]], rest };
	for (const part of parts.filter((p) => !saysUnknown(p))) {
		const word = readWord(part, table);
		if (word) words.add(word);
		else rest.push(part);
	}
	return { words: [...words], rest };
}

/** One letter too many, too few, wrong, or two changed places. */
function oneTypo(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	let at = 0;
	while (at < a.length && a[at] === b[at]) at++;
	const [restA, restB] = [a.slice(at), b.slice(at)];
	return (
		restA.slice(1) === restB.slice(1) ||
		restA.slice(1) === restB ||
		restA === restB.slice(1) ||
		(restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
	);
}
