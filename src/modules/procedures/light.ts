import { shortened } from '#lib/text/shortened.ts';
import { threshold } from '#modules/seals/seal.ts';
import { toCriteriaFile, type CriteriaSet } from './criteria-set.ts';
import type { Criteria } from './criteria.ts';
import { isDirect, kindRules, type DecidingBody, type Kind } from './procedure.ts';
import { dayLabels } from './timeline.ts';

/** The light forms, prepared in one evening: a way of five steps that yields a whole draft. */

export const lightKinds = {
	expression_of_interest: 'Interessenbekundung: Sie wissen noch nicht, wer Lust hat. Gefragt sind zwei Seiten, gewertet wird nichts.',
	room_grant: 'Raumstipendium: Räume auf Zeit, gegen eine kleine Pauschale und einen Beitrag für den Ort. Vier Fragen, vier Antworten.'
} as const;
export type LightKind = keyof typeof lightKinds;
export const isLight = (kind: Kind): kind is LightKind => Object.hasOwn(lightKinds, kind);

/** Step by step; the draft is there from the second on. */
export const lightSteps = {
	form: 'Welche Form',
	worum: 'Worum es geht',
	tage: 'Die Tage',
	wer: 'Wer entscheidet'
} as const;
export type LightStep = keyof typeof lightSteps;
export const firstStep = 'Haus und Räume';
export const stepTitles: string[] = [firstStep, ...Object.values(lightSteps)];
export const stepNumber = (step: LightStep): number => Object.keys(lightSteps).indexOf(step) + 2;
const asStep = (typed: string | null): LightStep => (typed && Object.hasOwn(lightSteps, typed) ? (typed as LightStep) : 'form');
export const stepFrom = (search: URLSearchParams): LightStep => asStep(search.get('schritt'));
export const stepBefore = (step: LightStep): LightStep | null => (Object.keys(lightSteps) as LightStep[])[stepNumber(step) - 3] ?? null;

/** What the fields of the way are called, for the summary of what is wrong. */
export const lightLabels = (kind: Kind): Record<string, string> => ({
	...{ kind: 'Form', title: 'Name', what: 'Was soll hier geschehen?', whom: 'Für wen?', open: 'Was ist noch offen?', transfer: 'Vergabe' },
	...{ from: 'Ab wann', until: 'Bis wann', fee: 'Pauschale', counterPerformance: 'Was gibt die Gruppe dem Ort?' },
	...{ decidingBody: 'Wer entscheidet?', handIn: 'Wie bewirbt man sich?', name: 'Wer springt ein?', email: 'Mailadresse' },
	...dayLabels(kind)
});

const titles: Record<LightKind, (house: string) => string> = {
	expression_of_interest: (house) => `${house}: Wer hat Lust?`,
	room_grant: (house) => `Raumstipendium: ${house}`
};
export const lightTitle = (kind: LightKind, house: string): string => shortened(titles[kind](house), 160);

/** The title of the other form becomes that of this one; a title that somebody chose stays. */
export function titleFor(kind: LightKind, { title, house }: { title: string; house: string }): string {
	const proposed = (Object.keys(titles) as LightKind[]).some((one) => lightTitle(one, house) === title);
	return proposed ? lightTitle(kind, house) : title;
}

/** The goal of a procedure as three answers: one paragraph each, whatever follows belongs to the third. */
export type Sentences = [what: string, whom: string, open: string];
export function sentencesOf(goal: string): Sentences {
	const [what = '', whom = '', ...rest] = goal
		.split(/\n\s*\n/)
		.map((part) => part.trim())
		.filter(Boolean);
	return [what, whom, rest.join('\n\n')];
}
export const goalOf = (sentences: Sentences): string => sentences.filter(Boolean).join('\n\n');

/** Whether these criteria are still as the set had them, so that another set may take their place. */
export function isUntouched(criteria: Criteria, { areas, eligibility }: CriteriaSet): boolean {
	const { areas: hereAreas, eligibility: hereEligibility } = toCriteriaFile(criteria, { title: 'x', source: '' });
	const there = {
		eligibility,
		areas: areas.map((area) => ({ ...area, criteria: area.criteria.map((leaf) => ({ ...leaf, weight: leaf.weight / 10 })) }))
	};
	return sorted({ eligibility: hereEligibility, areas: hereAreas }) === sorted(there);
}
/** The same whatever the order of the keys. */
const sorted = (value: unknown): string =>
	JSON.stringify(value, (_, one: unknown) =>
		one !== null && typeof one === 'object' && !Array.isArray(one)
			? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
			: one
	);

/** Who can decide about a house: its own bodies where it is the town's, its owner where it is not. */
export const bodiesFor = ({ isMunicipal }: { isMunicipal: boolean }): readonly DecidingBody[] =>
	isMunicipal ? ['mayor', 'main_committee', 'council'] : ['owner'];

/** How to hand in, as a proposal. */
export const handInProposal = ({ contact, email }: { contact: string; email: string }): string =>
	`Bewerbt Euch auf der Seite dieses Aufrufs. Bis zur Abgabe bleibt verschlossen, was Ihr schreibt.\n\nWer das Netz nicht nutzen kann, meldet sich rechtzeitig bei uns, dann finden wir einen anderen Weg.\n\nFragen beantwortet ${contact} (${email}), und alle lesen die Antwort.`;

/**
 * How many openers with keys a box needs, and how many of them open it. Two come together in every case. Where a jury weighs concepts of months, a third
 * key is kept so that one may be lost; where two pages can be sent again, two people of a village are enough. Where nothing comes in sealed, none. ADR 0026, 0028.
 */
export const openersNeeded = (kind: Kind): { keys: number; threshold: number } => ({
	keys: isDirect(kind) ? 0 : kindRules[kind].hasJury ? 3 : 2,
	threshold
});

/** Whether one key may be lost, with as many as there are or will be at least. */
export const hasSpareKey = (kind: Kind, keys: number): boolean => Math.max(keys, openersNeeded(kind).keys) > threshold;
