import { optionalNumber } from '#lib/forms.ts';
import type { MixRules } from './use-mix.ts';

export type MixFilter = {
	rules: MixRules;
	/** What stands in the field, also when it is no number. */ typed: string;
	issue: string | null;
};

const rent = optionalNumber({ min: 0, max: 10_000_000 });

/** The rules of a mix as they stand in an address: `laut=ja`, `mindestens=1.200,50`. What is no number is said and does not count. */
export function readMixFilter(params: URLSearchParams): MixFilter {
	const typed = (params.get('mindestens') ?? '').slice(0, 40);
	const read = rent.safeParse(typed);
	const mixesNoise = params.get('laut') === 'ja';
	const issue = read.success ? null : `„${typed}“ ist kein Betrag. Bitte eine Zahl schreiben, zum Beispiel 1200; gerechnet ist ohne sie.`;
	return { rules: { mixesNoise, rentAtLeast: (read.success ? read.data : undefined) ?? null }, typed, issue };
}
