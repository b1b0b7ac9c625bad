import { conditions, heritages, type Condition, type Heritage, type Use } from '#modules/properties/vocabulary.ts';
import { germanNumber } from '#lib/text/german.ts';
import { applicants, hasPassed, isStale, purposes, type Applicant, type Ownership, type Programme, type Purpose } from './programme.ts';
import { covers, type Spot } from './region.ts';

/** Which programmes come into question for a house and whoever asks, and why. What is unknown lowers nothing and excludes nothing: it is asked. */

export type Facts = Spot & {
	applicant: Applicant | null;
	heritage: Heritage;
	condition: Condition;
	/** null is unknown. */
	ownership: Ownership | null;
	population: number | null;
	/** What the house is wanted for; empty is unknown. */
	uses: readonly Use[];
};

export const nothingKnown: Facts = {
	...{ stateCode: null, districtCode: null, applicant: null, heritage: 'unknown', condition: 'unknown' },
	...{ ownership: null, population: null, uses: [] }
};

export type Suggestion<P extends Programme = Programme> = {
	programme: P;
	/** Why it fits, what speaks against it without excluding it, what has to be found out. */
	reasons: string[];
	against: string[];
	open: string[];
	/** Why it does not come into question; empty when it does. */
	conflicts: string[];
};

/** One condition and what the facts say to it. */
type Answer = { yes?: string; no?: string; open?: string } | null;
type Rule = (programme: Programme, facts: Facts) => Answer;

const isListed = (heritage: Heritage) => heritage === 'single_monument' || heritage === 'ensemble';

const region: Rule = (programme, facts) => {
	const inside = covers(programme, facts);
	if (!programme.states.length && !programme.districts.length) return { yes: 'gilt in ganz Deutschland' };
	if (inside === null) return { open: 'ob es in der Gegend des Programms liegt' };
	return inside ? { yes: 'liegt in der Gegend des Programms' } : { no: 'Liegt außerhalb der Gegend des Programms.' };
};

const applicant: Rule = ({ applicants: may }, { applicant: who }) => {
	if (!may.length) return null;
	if (who === null) return { open: `wer den Antrag stellt (möglich: ${may.map((one) => applicants[one]).join(', ')})` };
	return may.includes(who) ? { yes: `${applicants[who]} darf beantragen` } : { no: `${applicants[who]} darf hier keinen Antrag stellen.` };
};

const heritage: Rule = ({ heritageOnly, purposes: what }, { heritage: kind }) => {
	if (!heritageOnly && !what.includes('heritage')) return null;
	if (kind === 'unknown') return { open: 'ob das Haus unter Denkmalschutz steht' };
	if (isListed(kind)) return { yes: heritages[kind] };
	return heritageOnly ? { no: `Nur für Denkmale; für das Haus ist eingetragen: ${heritages[kind]}.` } : null;
};

const ownership: Rule = ({ ownership: asked }, { ownership: is }) => {
	if (asked === null) return null;
	if (is === null) return { open: 'wem das Haus gehört' };
	const words = { municipal: 'das Haus gehört der Kommune', private: 'das Haus ist in privater Hand' };
	return is === asked ? { yes: words[is] } : { no: `Das passt nicht: ${words[is]}.` };
};

const size: Rule = ({ maxPopulation }, { population }) => {
	if (maxPopulation === null) return null;
	const limit = `${germanNumber(maxPopulation)} Einwohner:innen`;
	if (population === null) return { open: `ob die Kommune höchstens ${limit} hat` };
	return population <= maxPopulation ? { yes: `die Kommune hat höchstens ${limit}` } : { no: `Nur für Kommunen bis ${limit}.` };
};

const rules: readonly Rule[] = [region, applicant, heritage, ownership, size];

const needsWork: readonly Condition[] = [
	'refurbishment_needed',
	'major_refurbishment',
	'dilapidated',
	'shell',
	'gutted',
	'demolition_candidate'
];
/** Purposes that ask for a certain use. */
const usesOf: Partial<Record<Purpose, readonly Use[]>> = {
	culture: ['stage_culture', 'exhibition', 'rehearsal', 'studio_atelier', 'library', 'church_space'],
	housing: ['housing', 'co_housing', 'senior_care'],
	supply: ['shop', 'regional_supply', 'gastronomy', 'cafe', 'coworking', 'workshop_makerspace', 'farm_production', 'office']
};

/** What the house needs, held against what the programme pays for: this never excludes, a house can change its plans. */
function needs({ purposes: what }: Programme, { condition, uses }: Facts): { reasons: string[]; against: string[] } {
	const [reasons, against]: [string[], string[]] = [[], []];
	if (what.includes('renovation') && needsWork.includes(condition)) reasons.push(`Zustand: ${conditions[condition]}`);
	if (what.length && what.every((one) => one === 'renovation' || one === 'energy') && condition === 'ready_to_use')
		against.push('Das Haus ist als sofort nutzbar eingetragen; bezahlt wird nur Bauen.');
	const asked = what.flatMap((one) => (usesOf[one] ? [one] : []));
	const met = asked.filter((one) => usesOf[one]?.some((use) => uses.includes(use)));
	for (const one of met) reasons.push(`gewünschte Nutzung: ${purposes[one]}`);
	if (uses.length && asked.length === what.length && asked.length && !met.length)
		against.push(`Bezahlt wird für ${asked.map((one) => purposes[one]).join(', ')}; gewünscht ist bisher anderes.`);
	return { reasons, against };
}

/** One programme held against the facts. */
export function weigh<P extends Programme>(programme: P, facts: Facts, today: string): Suggestion<P> {
	const answers = rules.map((rule) => rule(programme, facts));
	const said = (key: 'yes' | 'no' | 'open') => answers.flatMap((answer) => answer?.[key] ?? []);
	const { reasons, against } = needs(programme, facts);
	if (hasPassed(programme, today)) against.push('Der letzte bekannte Stichtag ist vorbei.');
	if (isStale(programme, today)) against.push('Länger nicht geprüft: bitte vor dem Antrag bei der Quelle nachsehen.');
	return { programme, reasons: [...said('yes'), ...reasons], against, open: said('open'), conflicts: said('no') };
}

const worth = ({ reasons, against, open }: Suggestion): number => reasons.length * 2 - against.length * 3 - open.length;

export type Suggestions<P extends Programme = Programme> = { suggested: Suggestion<P>[]; excluded: Suggestion<P>[] };

/** All programmes held against the facts: what comes into question, the best first, and what does not. */
export function suggestProgrammes<P extends Programme>(programmes: readonly P[], facts: Facts, today: string): Suggestions<P> {
	const all = programmes.map((programme) => weigh(programme, facts, today));
	const byTitle = (a: Suggestion, b: Suggestion) => a.programme.title.localeCompare(b.programme.title, 'de');
	return {
		suggested: all.filter(({ conflicts }) => !conflicts.length).sort((a, b) => worth(b) - worth(a) || byTitle(a, b)),
		excluded: all.filter(({ conflicts }) => conflicts.length).sort(byTitle)
	};
}
