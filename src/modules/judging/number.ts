import { notFound } from '#lib/refusal.ts';

/** The number of a concept in an address. Throws 404 for anything else. */
export function numberOf(word: string | undefined): number {
	if (!word || !/^[1-9]\d{0,3}$/.test(word)) throw notFound();
	return Number(word);
}
