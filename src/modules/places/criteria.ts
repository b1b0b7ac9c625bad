import type { IndicatorKind, Obligation } from './vocabulary.ts';

/** What is measured under a category. `key` stays the same when the words change, so that years can be compared. */
export type Indicator = { key: string; label: string; unit: string; kind: IndicatorKind };
export type Category = { code: string; title: string; definition: string; effect: string; indicators: Indicator[] };
export type Criterion = { number: number; title: string; obligation: Obligation; question: string; categories: Category[] };
/** The criteria of a network in one version. `minOthers`: how many of the criteria that are not obligatory must be met. */
export type Catalogue = { version: number; attitude: string; minOthers: number; criteria: Criterion[] };

export const criteriaCount = 9;
const obligatory = [1, 2];

export const blankCriterion = (number: number): Criterion => ({
	...{ number, title: '', question: '', categories: [] },
	obligation: obligatory.includes(number) ? 'must' : 'should'
});

/** A catalogue before its network has written anything. */
export const blankCatalogue = (): Catalogue => ({
	...{ version: 1, attitude: '', minOthers: 5 },
	criteria: Array.from({ length: criteriaCount }, (_, i) => blankCriterion(i + 1))
});

/** The network has not filled it in: nobody can be assessed by it, and it counts neither for nor against anybody. */
export const isBlank = ({ title, categories }: Criterion): boolean => !title.trim() || categories.length === 0;

export const titleOf = (criterion: Criterion): string => criterion.title.trim() || 'noch nicht ausgefüllt';

export type Outcome = 'met' | 'unmet' | 'blank';
export type Assessment = {
	criteria: { number: number; title: string; obligation: Obligation; outcome: Outcome; categories: string[] }[];
	othersMet: number;
	othersNeeded: number;
	/** How many of the optional ones can be reached at all today. */
	othersReachable: number;
	/** `met`: the whole rule. `as_far`: all that can be assessed; the rest is not filled in by the network. */
	result: 'met' | 'as_far' | 'not_yet';
	missing: string[];
};

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many);

/** What the rule says when these categories apply. A criterion counts when at least one of its categories applies. */
export function assess({ criteria, minOthers }: Pick<Catalogue, 'criteria' | 'minOthers'>, applies: ReadonlySet<string>): Assessment {
	const found = criteria.map((criterion) => {
		const categories = criterion.categories.filter(({ code }) => applies.has(code)).map(({ code }) => code);
		const outcome: Outcome = isBlank(criterion) ? 'blank' : categories.length ? 'met' : 'unmet';
		return { number: criterion.number, title: titleOf(criterion), obligation: criterion.obligation, outcome, categories };
	});
	const musts = found.filter(({ obligation }) => obligation === 'must');
	const others = found.filter(({ obligation }) => obligation === 'should');
	const othersMet = others.filter(({ outcome }) => outcome === 'met').length;
	const othersReachable = others.filter(({ outcome }) => outcome !== 'blank').length;
	const asked = Math.min(minOthers, othersReachable);
	const missing = musts
		.filter(({ outcome }) => outcome === 'unmet')
		.map(({ number, title }) => `${number} ${title} ist verbindlich: Mindestens eine der Kategorien muss zutreffen.`);
	if (othersMet < asked) {
		const n = asked - othersMet;
		const open = others.filter(({ outcome }) => outcome === 'unmet').map(({ number, title }) => `${number} ${title}`);
		missing.push(`Es ${plural(n, 'fehlt', 'fehlen')} noch ${n} von ${asked}: ${open.join(', ')}.`);
	}
	const isWhole = othersReachable >= minOthers && musts.every(({ outcome }) => outcome !== 'blank');
	return {
		criteria: found,
		...{ othersMet, othersNeeded: minOthers, othersReachable, missing },
		result: missing.length ? 'not_yet' : isWhole ? 'met' : 'as_far'
	};
}

/** The rule in words, with what the network has not filled in yet. */
export function ruleText({ criteria, minOthers }: Pick<Catalogue, 'criteria' | 'minOthers'>): string[] {
	const musts = criteria.filter(({ obligation }) => obligation === 'must');
	const others = criteria.filter(({ obligation }) => obligation === 'should');
	const blank = criteria.filter(isBlank).map(({ number }) => number);
	const reachable = others.filter((one) => !isBlank(one)).length;
	const lines = [
		`${musts.map(({ number }) => number).join(' und ')} müssen erfüllt sein, dazu mindestens ${minOthers} der anderen ${others.length}. Ein Kriterium zählt, sobald eine seiner Kategorien zutrifft.`
	];
	if (blank.length)
		lines.push(
			`${plural(blank.length, `Kriterium ${blank[0]} hat`, `Die Kriterien ${blank.join(', ')} hat`)} das Netzwerk noch nicht ausgefüllt: ${plural(blank.length, 'Es kann', 'Sie können')} nicht geprüft werden und ${plural(blank.length, 'zählt', 'zählen')} weder dafür noch dagegen.` +
				(reachable < minOthers ? ` Erreichbar sind deshalb heute ${reachable} statt ${minOthers}; geprüft wird, was prüfbar ist.` : '')
		);
	return lines;
}

/** All indicators of a catalogue that carry a number, with the category they belong to. */
export const measured = (criteria: Criterion[]): (Indicator & { code: string; number: number })[] =>
	criteria.flatMap(({ number, categories }) =>
		categories.flatMap(({ code, indicators }) =>
			indicators.filter(({ kind }) => kind === 'number' || kind === 'share').map((indicator) => ({ ...indicator, code, number }))
		)
	);

const addressWord = (text: string): string =>
	text
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 60);

const kindWords: [RegExp, IndicatorKind][] = [
	[/^(anteil|prozent|%)/i, 'share'],
	[/^(ja|nein)/i, 'yes_no'],
	[/^text/i, 'text']
];

/** Indicators as an office types them, one a line: "Veranstaltungen im Jahr | Anzahl | Zahl". A label that was there before keeps its key. */
export function parseIndicators(text: string, { code, before }: { code: string; before: Indicator[] }): Indicator[] {
	const rows = text.split('\n').map((line) => line.split('|').map((part) => part.trim()));
	const all = rows.flatMap(([label = '', unit = '', kind = '']): Indicator[] => {
		if (!label) return [];
		const known = before.find((one) => one.label === label);
		const found = kindWords.find(([pattern]) => pattern.test(kind))?.[1] ?? 'number';
		return [{ key: known?.key ?? `${code}-${addressWord(label)}`, label, unit, kind: found }];
	});
	return all.filter((one, i) => all.findIndex(({ key }) => key === one.key) === i);
}

const kindsTyped: Record<IndicatorKind, string> = { number: 'Zahl', share: 'Anteil', yes_no: 'ja/nein', text: 'Text' };
export const indicatorLines = (indicators: Indicator[]): string =>
	indicators.map(({ label, unit, kind }) => `${label} | ${unit} | ${kindsTyped[kind]}`).join('\n');
